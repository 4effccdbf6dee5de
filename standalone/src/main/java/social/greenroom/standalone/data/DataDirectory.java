package social.greenroom.standalone.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which a standalone Greenroom keeps everything between runs. One process uses it at
 * a time: it is locked while open, and the lock goes with the process, however that ends.
 */
public final class DataDirectory implements AutoCloseable {
  private final Path root;
  private final FileChannel lockFile;
  private final FileLock lock;

  private DataDirectory(Path root, FileChannel lockFile, FileLock lock) {
    this.root = root;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /**
   * Opens the folder, makes it if need be, and locks it.
   *
   * @throws StartException when it can't be made, or another Greenroom uses it
   */
  public static DataDirectory open(Path folder) {
    var root = folder.toAbsolutePath().normalize();
    try {
      if (!Files.isDirectory(root)) {
        Files.createDirectories(
            root,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      var channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new StartException(
            "Another Greenroom runs on %s. Stop it, or choose another folder with --data."
                .formatted(root));
      }
      var opened = new DataDirectory(root, channel, lock);
      opened.makeMedia();
      return opened;
    } catch (IOException e) {
      throw new StartException(
          "The folder %s can't be used: %s. Choose another with --data."
              .formatted(root, e.getMessage()),
          e);
    }
  }

  /** A media folder that isn't there would be one that isn't mounted, and be waited for. */
  private void makeMedia() throws IOException {
    Files.createDirectories(media());
  }

  /** Deletes what was kept, but not the unpacked programs. */
  public void reset() {
    try (var entries = Files.list(root)) {
      for (var entry : entries.toList()) {
        if (!entry.equals(root.resolve("lock")) && !entry.equals(postgres())) {
          Trees.delete(entry);
        }
      }
      Trees.delete(postgres().resolve("data"));
      makeMedia();
    } catch (IOException e) {
      throw new StartException(
          "The data in %s can't be deleted: %s.".formatted(root, e.getMessage()), e);
    }
  }

  public Path root() {
    return root;
  }

  public Path postgres() {
    return root.resolve("postgres");
  }

  public Path media() {
    return root.resolve("media");
  }

  public Path sandbox() {
    return root.resolve("sandbox");
  }

  /** What makes the programs start sooner; it comes again when it is deleted. */
  public Path archives() {
    return root.resolve("archives");
  }

  public Path keys() {
    return root.resolve("keys");
  }

  /** Where the addresses and demo sign-ins of the running Greenroom stand. */
  public Path endpoints() {
    return root.resolve("endpoints.json");
  }

  /** What an earlier run wrote isn't so until this one is ready. */
  public void forgetEndpoints() {
    try {
      Files.deleteIfExists(endpoints());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path log() {
    return root.resolve("log");
  }

  @Override
  public void close() {
    try {
      lock.release();
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
