package social.greenroom.worker.publish;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import social.greenroom.channels.ChannelAdapters;
import social.greenroom.channels.transfer.ChannelSettings;
import social.greenroom.media.store.FileMediaStore;
import social.greenroom.worker.account.Adapters;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.job.JobEgress;

/**
 * A publish Job over the networks' own protocols at a test's pace, here or as a process of its own:
 * the dispatch.
 */
public final class SandboxSender {
  static final PublishSettings PACE =
      new PublishSettings(
          2,
          Duration.ofSeconds(2),
          Duration.ofMillis(200),
          Duration.ofMillis(900),
          Duration.ofSeconds(10),
          0.1);
  private static final ChannelSettings PATIENT =
      new ChannelSettings(Duration.ofSeconds(5), Duration.ofMinutes(2), Duration.ofSeconds(5));

  private SandboxSender() {}

  public static void main(String[] arguments) throws Exception {
    System.exit(run(UUID.fromString(arguments[0]), new Environment(System.getenv())));
  }

  /** Starts it as a process with the environment given, its output in that file. */
  static Process start(UUID dispatch, Map<String, String> environment, File log)
      throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            SandboxSender.class.getName(),
            dispatch.toString());
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).redirectOutput(log).start();
  }

  static int run(UUID dispatch, Environment environment) throws Exception {
    return run(dispatch, environment, PATIENT);
  }

  static int run(UUID dispatch, Environment environment, ChannelSettings patience)
      throws Exception {
    var media = new FileMediaStore(Path.of(environment.required("GREENROOM_MEDIA_DIR")));
    var adapters =
        Adapters.of(
            ChannelAdapters.over(
                media, patience, Clock.systemUTC(), JobEgress.policy(environment)));
    return PublishJob.run(dispatch, environment, adapters, PACE).code();
  }
}
