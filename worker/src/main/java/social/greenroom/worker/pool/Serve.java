package social.greenroom.worker.pool;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import social.greenroom.core.media.MediaStore;
import social.greenroom.core.media.MediaTokens;
import social.greenroom.media.store.FileMediaStore;
import social.greenroom.store.database.DatabaseConfig;
import social.greenroom.store.vault.DeploymentKey;
import social.greenroom.worker.account.Adapters;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.job.ExitCode;
import social.greenroom.worker.job.JobEgress;
import social.greenroom.worker.job.JobTrace;
import social.greenroom.worker.job.UsageException;
import social.greenroom.worker.publish.PublishSettings;

/**
 * {@code serve}: puts the pool together from the environment and runs it until it is told to end.
 */
public final class Serve {
  private static final int CONNECTIONS = 12;

  private Serve() {}

  /**
   * Runs the pool.
   *
   * @throws UsageException naming the variable that isn't set, or isn't right
   * @throws InterruptedException when the thread was interrupted; what was on its way has ended
   */
  public static ExitCode run(Environment environment) throws UsageException, InterruptedException {
    var server = environment.optional("GREENROOM_MEDIA_URL");
    if (server.isPresent()) {
      try (var media = remote(environment)) {
        return run(environment, media);
      }
    }
    return run(
        environment, new FileMediaStore(Path.of(environment.required("GREENROOM_MEDIA_DIR"))));
  }

  private static ExitCode run(Environment environment, MediaStore media)
      throws UsageException, InterruptedException {
    var egress = JobEgress.policy(environment);
    return run(
        environment,
        media,
        clock -> Adapters.over(media, egress, clock),
        PoolSettings.DEFAULT,
        PublishSettings.from(environment));
  }

  /** As {@link #run(Environment)}, with other adapters and at another pace. */
  static ExitCode run(
      Environment environment,
      MediaStore media,
      Function<InstantSource, Adapters> adapters,
      PoolSettings pace,
      PublishSettings publishing)
      throws UsageException, InterruptedException {
    var config =
        DatabaseConfig.pool(
            environment.required("GREENROOM_DB_URL"),
            environment.required("GREENROOM_DB_POOL_PASSWORD"),
            number(environment, "GREENROOM_DB_CONNECTIONS").orElse(CONNECTIONS));
    var settings =
        number(environment, "GREENROOM_POOL_FLIGHTS").map(pace::withFlights).orElse(pace);
    var key = DeploymentKey.read(Path.of(environment.required("GREENROOM_KEY_FILE")));
    try (var tracing = JobTrace.tracing(environment)) {
      return new PoolProcess(
              Place.of(environment), config, key, media, adapters, settings, publishing, tracing)
          .run(number(environment, "GREENROOM_HEALTH_PORT"));
    }
  }

  private static PoolMedia remote(Environment environment) throws UsageException {
    try {
      return new PoolMedia(
          new URI(environment.required("GREENROOM_MEDIA_URL")),
          MediaTokens.of(environment.required("GREENROOM_MEDIA_SIGNING_KEY")),
          InstantSource.system());
    } catch (URISyntaxException e) {
      throw new UsageException(
          "The environment variable GREENROOM_MEDIA_URL has to be the API server's address, such as"
              + " http://api:8080.");
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static Optional<Integer> number(Environment environment, String name)
      throws UsageException {
    var text = environment.optional(name);
    try {
      return text.map(Integer::valueOf).filter(number -> number >= 0);
    } catch (NumberFormatException e) {
      throw new UsageException(
          "The environment variable %s has to be a number, not '%s'.".formatted(name, text.get()));
    }
  }
}
