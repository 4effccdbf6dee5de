package social.greenroom.media.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Local copies of media that are kept elsewhere, in a temporary folder that only this process's
 * user can read. A copy takes its name when it is whole and its content is what the name says. When
 * they come to more than the bound, those longest unused go; one used within ten minutes stays, so
 * that a path handed out stays good while it is worked with.
 */
public final class LocalCopies implements AutoCloseable {
  /** Room for a post's pictures in every size, and then some. */
  public static final long DEFAULT_BYTES = 500_000_000;

  private static final Duration IN_USE = Duration.ofMinutes(10);

  private final long maxBytes;
  private final Clock clock;
  private @Nullable Path folder;

  public LocalCopies(long maxBytes) {
    this(maxBytes, Clock.systemUTC());
  }

  LocalCopies(long maxBytes, Clock clock) {
    this.maxBytes = maxBytes;
    this.clock = clock;
  }

  /** Brings a medium's content into a file. */
  @FunctionalInterface
  public interface Source {
    /** Writes the whole content into the file, which is there and empty. */
    void copyTo(Path file) throws IOException;
  }

  /**
   * The copy, which is brought in if there is none.
   *
   * @throws IOException when it can't be brought in, or isn't what its name says
   */
  public Path get(UUID tenantId, String sha256, Source source) throws IOException {
    var copy = folder().resolve("%s-%s".formatted(tenantId, ContentName.checked(sha256)));
    if (!Files.isRegularFile(copy)) {
      bring(source, sha256, copy);
      makeRoom();
    }
    Files.setLastModifiedTime(copy, FileTime.from(clock.instant()));
    return copy;
  }

  private void bring(Source source, String sha256, Path copy) throws IOException {
    var arriving = Files.createTempFile(folder(), "arriving", ".part");
    try {
      source.copyTo(arriving);
      if (!digest(arriving).equals(sha256)) {
        throw new IOException(
            "The content that came for the medium %s isn't what its name says.".formatted(sha256));
      }
      Files.setLastModifiedTime(arriving, FileTime.from(clock.instant()));
      Files.move(arriving, copy, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(arriving);
    }
  }

  private static String digest(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return Spool.digest(in);
    }
  }

  private synchronized void makeRoom() throws IOException {
    var copies = copies();
    long total = 0;
    for (var copy : copies) {
      total += copy.bytes();
    }
    var unused = clock.instant().minus(IN_USE);
    for (var copy : copies) {
      if (total <= maxBytes || !copy.used().toInstant().isBefore(unused)) {
        return;
      }
      Files.deleteIfExists(copy.file());
      total -= copy.bytes();
    }
  }

  private record Copy(Path file, long bytes, FileTime used) {}

  /** The longest unused first. */
  private List<Copy> copies() throws IOException {
    try (var files = Files.list(folder())) {
      return files
          .filter(file -> !file.toString().endsWith(".part"))
          .map(LocalCopies::look)
          .sorted(Comparator.comparing(Copy::used))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Copy look(Path file) {
    try {
      return new Copy(file, Files.size(file), Files.getLastModifiedTime(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized Path folder() throws IOException {
    var made = folder;
    if (made == null) {
      made = Files.createTempDirectory("greenroom-media");
      folder = made;
    }
    return made;
  }

  /** Deletes the copies. */
  @Override
  public synchronized void close() {
    var made = folder;
    folder = null;
    if (made == null) {
      return;
    }
    try (var files = Files.list(made)) {
      for (var file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(made);
    } catch (IOException e) {
      // What is left in a temporary folder is the machine's to clear.
    }
  }
}
