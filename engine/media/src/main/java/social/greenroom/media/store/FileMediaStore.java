package social.greenroom.media.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import social.greenroom.core.media.MediaStore;
import social.greenroom.core.media.MediaTooLargeException;
import social.greenroom.core.media.MediaUnavailableException;

/**
 * A folder per tenant, in it a file per content: {@code <root>/<tenant>/<first two
 * digits>/<sha256>}. What {@link #put} has returned survives a power cut: the bytes are forced to
 * disk before the file takes its name, and its folder after.
 */
public final class FileMediaStore implements MediaStore {
  private final Path root;

  /** The folder is made when the first medium is put. */
  public FileMediaStore(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public StoredMedia put(UUID tenantId, InputStream content, long maxBytes)
      throws IOException, MediaTooLargeException {
    var incoming = Files.createDirectories(tenantFolder(tenantId).resolve("incoming"));
    var arriving = Files.createTempFile(incoming, "media", ".part");
    try {
      var stored = Spool.write(content, arriving, maxBytes);
      keep(arriving, path(tenantId, stored.sha256()));
      return stored;
    } finally {
      Files.deleteIfExists(arriving);
    }
  }

  @Override
  public InputStream open(UUID tenantId, String sha256) throws IOException {
    return Files.newInputStream(file(tenantId, sha256));
  }

  @Override
  public Path file(UUID tenantId, String sha256) throws IOException {
    var path = path(tenantId, sha256);
    if (!Files.isRegularFile(path)) {
      requireRoot();
      throw new NoSuchFileException("The media store has no file %s.".formatted(sha256));
    }
    return path;
  }

  @Override
  public boolean exists(UUID tenantId, String sha256) {
    var there = Files.isRegularFile(path(tenantId, sha256));
    if (!there) {
      requireRoot();
    }
    return there;
  }

  /**
   * A volume that isn't mounted isn't a file that is missing: it comes back, and the file with it.
   */
  private void requireRoot() {
    if (!Files.isDirectory(root)) {
      throw new MediaUnavailableException(
          "The media store's folder isn't there; mount it, or correct greenroom.media.dir.");
    }
  }

  private static void keep(Path arrived, Path place) throws IOException {
    if (Files.isRegularFile(place)) {
      return;
    }
    var folder = Files.createDirectories(place.getParent());
    force(arrived);
    Files.move(arrived, place, StandardCopyOption.ATOMIC_MOVE);
    force(folder);
  }

  private static void force(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private Path tenantFolder(UUID tenantId) {
    return root.resolve(tenantId.toString());
  }

  private Path path(UUID tenantId, String sha256) {
    // Nothing but a hash ever becomes a path, so no name can climb out of the tenant's folder.
    return tenantFolder(tenantId)
        .resolve(ContentName.checked(sha256).substring(0, 2))
        .resolve(sha256);
  }
}
