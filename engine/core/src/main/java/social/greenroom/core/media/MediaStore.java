package social.greenroom.core.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Content-addressed storage of one tenant's media: what is put is found under its SHA-256, and
 * putting it again changes nothing. A file system and S3 can both fill it; where it is reached over
 * a network, every method may throw {@link MediaUnavailableException}.
 */
public interface MediaStore {
  /** Streams the content in and returns what was stored; nothing is held whole in memory. */
  StoredMedia put(UUID tenantId, InputStream content, long maxBytes)
      throws IOException, MediaTooLargeException;

  /**
   * Opens the content; the caller closes it.
   *
   * @throws java.nio.file.NoSuchFileException when it isn't there
   */
  InputStream open(UUID tenantId, String sha256) throws IOException;

  /**
   * A readable local file with the content, for programs that need a path; not to be changed. It
   * may be a copy, which is there for some minutes at least.
   *
   * @throws java.nio.file.NoSuchFileException when it isn't there
   */
  Path file(UUID tenantId, String sha256) throws IOException;

  boolean exists(UUID tenantId, String sha256);

  /**
   * @param sha256 lower-case hexadecimal
   */
  record StoredMedia(String sha256, long bytes) {}
}
