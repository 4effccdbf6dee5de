package social.greenroom.worker.job;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import social.greenroom.core.media.MediaStore;
import social.greenroom.core.media.MediaTokens;
import social.greenroom.media.remote.JobApi;
import social.greenroom.media.remote.RemoteMediaStore;
import social.greenroom.media.store.FileMediaStore;
import social.greenroom.media.store.LocalCopies;

/**
 * The media store as a Job sees it: through the API server where it was given its address and a
 * token, else a folder it shares with it. Closing deletes the local copies.
 */
public final class JobMedia implements AutoCloseable {
  private static final String URL = "GREENROOM_MEDIA_URL";

  private final LocalCopies copies = new LocalCopies(LocalCopies.DEFAULT_BYTES);
  private final MediaStore store;

  private JobMedia(Environment environment, Calling calling) throws UsageException {
    store =
        environment.optional(URL).isPresent()
            ? new RemoteMediaStore(api(environment, calling), copies)
            : new FileMediaStore(Path.of(environment.required("GREENROOM_MEDIA_DIR")));
  }

  /**
   * Finds it; nothing is reached before it is needed.
   *
   * @throws UsageException naming the variable that isn't set, or isn't right
   */
  public static JobMedia open(Environment environment) throws UsageException {
    return new JobMedia(environment, JobApi::new);
  }

  /**
   * The same for a Job that has a time to keep: where the API server is away it soon says so.
   *
   * @throws UsageException naming the variable that isn't set, or isn't right
   */
  public static JobMedia hurried(Environment environment) throws UsageException {
    return new JobMedia(environment, JobApi::hurried);
  }

  /** How the API server is called. */
  @FunctionalInterface
  private interface Calling {
    JobApi at(URI server, String token);
  }

  /**
   * The API server's part for Jobs.
   *
   * @throws UsageException naming the variable that isn't set, or isn't right
   */
  public static JobApi api(Environment environment) throws UsageException {
    return api(environment, JobApi::new);
  }

  /** The tenant that the Job's token names, for the Job's log; empty where there is none. */
  public static Optional<UUID> tenant(Environment environment) {
    return environment.optional("GREENROOM_MEDIA_TOKEN").flatMap(MediaTokens::namedTenant);
  }

  private static JobApi api(Environment environment, Calling calling) throws UsageException {
    try {
      var server = new URI(environment.required(URL));
      if (server.getHost() != null && String.valueOf(server.getScheme()).startsWith("http")) {
        return calling.at(server, environment.required("GREENROOM_MEDIA_TOKEN"));
      }
    } catch (URISyntaxException e) {
      // Told below.
    }
    throw new UsageException(
        "The environment variable %s has to be the API server's address, such as http://api:8080."
            .formatted(URL));
  }

  public MediaStore store() {
    return store;
  }

  @Override
  public void close() {
    copies.close();
  }
}
