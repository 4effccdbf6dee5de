package social.greenroom.worker.publish;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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

  static int run(UUID dispatch, Environment environment) throws Exception {
    var media = new FileMediaStore(Path.of(environment.required("GREENROOM_MEDIA_DIR")));
    var adapters =
        Adapters.of(
            ChannelAdapters.over(media, PATIENT, Clock.systemUTC(), JobEgress.policy(environment)));
    return PublishJob.run(dispatch, environment, adapters, PACE).code();
  }
}
