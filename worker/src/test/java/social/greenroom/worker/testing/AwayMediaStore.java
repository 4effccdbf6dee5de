package social.greenroom.worker.testing;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;
import social.greenroom.core.media.MediaStore;
import social.greenroom.core.media.MediaUnavailableException;

/** A media store across a network that is down. */
public final class AwayMediaStore implements MediaStore {
  public static final String SENTENCE = "The media store can't be reached right now.";

  @Override
  public StoredMedia put(UUID tenantId, InputStream content, long maxBytes) {
    throw away();
  }

  @Override
  public InputStream open(UUID tenantId, String sha256) {
    throw away();
  }

  @Override
  public Path file(UUID tenantId, String sha256) {
    throw away();
  }

  @Override
  public boolean exists(UUID tenantId, String sha256) {
    throw away();
  }

  private static MediaUnavailableException away() {
    return new MediaUnavailableException(SENTENCE);
  }
}
