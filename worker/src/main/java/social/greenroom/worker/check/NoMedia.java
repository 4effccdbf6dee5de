package social.greenroom.worker.check;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;
import social.greenroom.core.media.MediaStore;

/** A look at accounts sends nothing, so its Job is given no way to media. */
record NoMedia() implements MediaStore {
  @Override
  public StoredMedia put(UUID tenantId, InputStream content, long maxBytes) {
    throw refused();
  }

  @Override
  public InputStream open(UUID tenantId, String sha256) {
    throw refused();
  }

  @Override
  public Path file(UUID tenantId, String sha256) {
    throw refused();
  }

  @Override
  public boolean exists(UUID tenantId, String sha256) {
    throw refused();
  }

  private static IllegalStateException refused() {
    return new IllegalStateException("A look at accounts has no media to read.");
  }
}
