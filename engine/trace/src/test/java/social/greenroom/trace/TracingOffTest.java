package social.greenroom.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where traces are off, nothing is loaded, started or made for them. */
class TracingOffTest {
  private static final int TIMES = 100_000;

  @TempDir Path folder;

  @Test
  void costsNothing() throws Exception {
    var loaded = folder.resolve("loaded");
    var program =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xint",
                "-Xlog:class+load:file=" + loaded,
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName())
            .redirectErrorStream(true)
            .start();
    var output = new String(program.getInputStream().readAllBytes(), UTF_8);

    assertThat(program.waitFor()).as(output).isZero();
    assertThat(output).contains("allocated 0 bytes, new threads []");
    assertThat(Files.readString(loaded))
        .contains("social.greenroom.trace.UntracedSpan")
        .doesNotContain("opentelemetry");
  }

  /** What the programs do with a trace, in a JVM of its own. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) throws IOException {
      var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      var names = names();
      var me = Thread.currentThread().getId();
      work();
      threads.getThreadAllocatedBytes(me);
      var before = threads.getThreadAllocatedBytes(me);
      for (int i = 0; i < TIMES; i++) {
        work();
      }
      var allocated = threads.getThreadAllocatedBytes(me) - before;
      var after = names();
      after.removeAll(names);
      System.out.printf("allocated %d bytes, new threads %s%n", allocated, after);
    }

    private static void work() {
      var tracing = Tracing.off();
      if (tracing.on() || tracing.start("request").traceParent().isPresent()) {
        throw new IllegalStateException("It is on.");
      }
      try (var span = tracing.resume("publish", null).tell(Fact.OUTCOME, "granted");
          var attempt = Span.begin("attempt").tell(Fact.ATTEMPT, 1)) {
        span.failed();
        attempt.failed();
      }
    }

    private static TreeSet<String> names() {
      var names = new TreeSet<String>();
      Thread.getAllStackTraces().keySet().forEach(thread -> names.add(thread.getName()));
      return names;
    }
  }
}
