package social.greenroom.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Looks at a running operator from outside: its process and its metrics. */
final class OperatorProbe {
  private static final Pattern ADDRESS = Pattern.compile("Listening on: (http://\\S+)");
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final LocalGreenroom greenroom;
  private final Path log;

  OperatorProbe(LocalGreenroom greenroom, Path data) {
    this.greenroom = greenroom;
    this.log = data.resolve("log/operator.log");
  }

  ProcessHandle process() {
    return greenroom
        .children()
        .filter(child -> child.info().commandLine().orElse("").contains("operator/app"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No operator runs."));
  }

  /** Kills it; whoever started it starts it again. */
  void kill() {
    process().destroyForcibly();
  }

  /** How many reconciles have ended well since it began. */
  double reconciles() throws Exception {
    return sum("greenroom_reconcile_seconds_count\\{[^}]*outcome=\"reconciled\"[^}]*}");
  }

  double queue() throws Exception {
    return sum("greenroom_reconcile_queue\\{[^}]*}");
  }

  /** Bytes of the heap that are in use after a collection. */
  double heap() throws Exception {
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
            Long.toString(process().pid()),
            "GC.run")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor(1, TimeUnit.MINUTES);
    return sum("jvm_memory_used_bytes\\{area=\"heap\"[^}]*}");
  }

  /** The share of a core it takes over that time. */
  double cpu(Duration time) throws InterruptedException {
    var process = process();
    var before = process.info().totalCpuDuration().orElse(Duration.ZERO);
    Thread.sleep(time.toMillis());
    var after = process.info().totalCpuDuration().orElse(Duration.ZERO);
    return after.minus(before).toNanos() / (double) time.toNanos();
  }

  private double sum(String series) throws Exception {
    return Pattern.compile("(?m)^" + series + " (\\S+)$")
        .matcher(metrics())
        .results()
        .mapToDouble(found -> Double.parseDouble(found.group(1)))
        .sum();
  }

  private String metrics() throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(address() + "/q/metrics"))
            .timeout(Duration.ofSeconds(10))
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /** Any free port, which the log tells; the last line counts. */
  private String address() throws IOException {
    return ADDRESS
        .matcher(Files.readString(log))
        .results()
        .reduce((first, second) -> second)
        .orElseThrow(() -> new IOException("The operator doesn't listen yet."))
        .group(1);
  }
}
