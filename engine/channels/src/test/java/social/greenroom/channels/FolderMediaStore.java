package social.greenroom.channels;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import social.greenroom.core.media.MediaStore;

/** A media store of one folder, for tests: files named after their digests. */
final class FolderMediaStore implements MediaStore {
  private final Path folder;

  FolderMediaStore(Path folder) {
    this.folder = folder;
  }

  @Override
  public StoredMedia put(UUID tenantId, InputStream content, long maxBytes) throws IOException {
    try {
      var bytes = content.readAllBytes();
      var digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      Files.write(folder.resolve(digest), bytes);
      return new StoredMedia(digest, bytes.length);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public InputStream open(UUID tenantId, String sha256) throws IOException {
    return Files.newInputStream(file(tenantId, sha256));
  }

  @Override
  public Path file(UUID tenantId, String sha256) throws IOException {
    if (!exists(tenantId, sha256)) {
      throw new NoSuchFileException(sha256);
    }
    return folder.resolve(sha256);
  }

  @Override
  public boolean exists(UUID tenantId, String sha256) {
    return Files.exists(folder.resolve(sha256));
  }
}
