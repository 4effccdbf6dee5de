package social.greenroom.worker.pool;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import social.greenroom.channels.ChannelAdapters;
import social.greenroom.channels.transfer.ChannelSettings;
import social.greenroom.media.store.FileMediaStore;
import social.greenroom.worker.account.Adapters;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.job.JobEgress;
import social.greenroom.worker.publish.PublishSettings;

/** The pool as a process of its own, over the networks' own protocols at a test's pace. */
public final class SandboxPool {
  static final PublishSettings PUBLISHING =
      new PublishSettings(
          2,
          Duration.ofSeconds(2),
          Duration.ofMillis(200),
          Duration.ofMillis(1_500),
          Duration.ofSeconds(10),
          0.05);
  private static final PoolSettings PACE =
      new PoolSettings(
          4, 4, Duration.ofMillis(500), Duration.ofMillis(300), Duration.ofMillis(300));
  private static final ChannelSettings PATIENT =
      new ChannelSettings(Duration.ofSeconds(5), Duration.ofMinutes(2), Duration.ofSeconds(5));

  private SandboxPool() {}

  public static void main(String[] arguments) throws Exception {
    var environment = new Environment(System.getenv());
    var media = new FileMediaStore(Path.of(environment.required("GREENROOM_MEDIA_DIR")));
    var egress = JobEgress.policy(environment);
    System.exit(
        Serve.run(
                environment,
                media,
                clock ->
                    Adapters.of(
                        ChannelAdapters.over(
                            media, PATIENT, clock.withZone(ZoneOffset.UTC), egress)),
                PACE,
                PUBLISHING)
            .code());
  }

  /** Starts one with the environment given, its output in that file. */
  static Process start(Map<String, String> environment, File log) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            SandboxPool.class.getName());
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).redirectOutput(log).start();
  }
}
