package social.greenroom.media.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import social.greenroom.core.media.MediaStore;
import social.greenroom.core.media.MediaTooLargeException;
import social.greenroom.core.media.MediaUnavailableException;

/**
 * A folder per tenant, in it a file per content: {@code <root>/<tenant>/<first two
 * digits>/<sha256>}. What {@link #put} has returned survives a power cut: the bytes are forced to
 * disk before the file takes its name, and its folder after.
 *
 * <p>The folder may be of a file system across a network, whose server can be away. Whatever fails
 * but the word that a file isn't there is then a {@link MediaUnavailableException}, since a picture
 * that is called missing is asked of its owner anew.
 */
public final class FileMediaStore implements MediaStore {
  /** Longer than anything that is still written goes without a byte. */
  private static final Duration ABANDONED = Duration.ofDays(1);

  private final Path root;

  /** The folder is made when the first medium is put. */
  public FileMediaStore(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public StoredMedia put(UUID tenantId, InputStream content, long maxBytes)
      throws IOException, MediaTooLargeException {
    var arriving = reached(() -> arriving(tenantId));
    try {
      var stored = write(content, arriving, maxBytes);
      reached(() -> keep(arriving, path(tenantId, stored.sha256())));
      return stored;
    } finally {
      forget(arriving);
    }
  }

  @Override
  public InputStream open(UUID tenantId, String sha256) throws IOException {
    var file = file(tenantId, sha256);
    return reached(() -> Files.newInputStream(file));
  }

  @Override
  public Path file(UUID tenantId, String sha256) throws IOException {
    if (!exists(tenantId, sha256)) {
      throw new NoSuchFileException("The media store has no file %s.".formatted(sha256));
    }
    return path(tenantId, sha256);
  }

  @Override
  public boolean exists(UUID tenantId, String sha256) {
    var there = isFile(path(tenantId, sha256));
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

  private Path arriving(UUID tenantId) throws IOException {
    var incoming = Files.createDirectories(tenantFolder(tenantId).resolve("incoming"));
    forgetAbandoned(incoming);
    return Files.createTempFile(incoming, "media", ".part");
  }

  /** What arrived in part when a program or the folder's server ended has nobody who goes on. */
  private static void forgetAbandoned(Path incoming) {
    var since = Instant.now().minus(ABANDONED);
    try (var parts = Files.newDirectoryStream(incoming)) {
      for (var part : parts) {
        if (Files.getLastModifiedTime(part).toInstant().isBefore(since)) {
          Files.deleteIfExists(part);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Another put's file went in this moment, or the folder is away: the next put looks again.
    }
  }

  private static void forget(Path arriving) {
    try {
      Files.deleteIfExists(arriving);
    } catch (IOException e) {
      // What came of the put is told; a put of another day clears this away.
    }
  }

  private static StoredMedia write(InputStream content, Path arriving, long maxBytes)
      throws IOException, MediaTooLargeException {
    try (var file = new ArrivingFile(arriving)) {
      var stored = Spool.copy(content, file, maxBytes);
      file.force();
      return stored;
    }
  }

  private static Path keep(Path arrived, Path place) throws IOException {
    if (isFile(place)) {
      return place;
    }
    var folder = Files.createDirectories(place.getParent());
    Files.move(arrived, place, StandardCopyOption.ATOMIC_MOVE);
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
    return place;
  }

  /** True when it is there, false when it surely isn't. */
  private static boolean isFile(Path path) {
    return reached(
        () -> {
          try {
            return Files.readAttributes(path, BasicFileAttributes.class).isRegularFile();
          } catch (NoSuchFileException e) {
            return false;
          }
        });
  }

  /** Something done in the folder. */
  @FunctionalInterface
  private interface Access<T> {
    T get() throws IOException;
  }

  private static <T> T reached(Access<T> access) {
    try {
      return access.get();
    } catch (IOException e) {
      throw new MediaUnavailableException(
          "The media store's folder can't be read or written right now.", e);
    }
  }

  /** What content is written to: that this fails isn't the doing of who sends it. */
  private static final class ArrivingFile extends OutputStream {
    private final FileChannel channel;

    ArrivingFile(Path file) {
      channel = reached(() -> FileChannel.open(file, StandardOpenOption.WRITE));
    }

    @Override
    public void write(int value) {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      var left = ByteBuffer.wrap(bytes, offset, length);
      while (left.hasRemaining()) {
        reached(() -> channel.write(left));
      }
    }

    /**
     * By who wrote it and still has it open: a file system may tell a lost write to nobody else.
     */
    void force() {
      reached(
          () -> {
            channel.force(true);
            return channel;
          });
    }

    @Override
    public void close() {
      reached(
          () -> {
            channel.close();
            return channel;
          });
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
