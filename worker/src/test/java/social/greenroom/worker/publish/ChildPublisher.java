package social.greenroom.worker.publish;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.testing.FileNetwork;

/** A publish Job in a process of its own, to be killed: dispatch, timeline file, manner. */
public final class ChildPublisher {
  static final PublishSettings SETTINGS =
      new PublishSettings(
          2,
          Duration.ofMinutes(1),
          Duration.ofMillis(200),
          Duration.ofMillis(900),
          Duration.ofSeconds(5),
          0.01);

  private ChildPublisher() {}

  public static void main(String[] arguments) throws Exception {
    var network = new FileNetwork(Path.of(arguments[1]), FileNetwork.Manner.valueOf(arguments[2]));
    System.exit(
        PublishJob.run(
                UUID.fromString(arguments[0]), new Environment(System.getenv()), network, SETTINGS)
            .code());
  }
}
