package social.greenroom.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sets the clocks of workers apart, by libfaketime (https://github.com/wolfcw/libfaketime) where
 * the machine has it: a JVM takes the machine's.
 */
final class WorkerClocks {
  private static final List<String> PLACES =
      List.of(
          "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
          "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1",
          "/usr/lib64/faketime/libfaketimeMT.so.1");

  private final Optional<Path> library;
  private final Path folder;

  private WorkerClocks(Optional<Path> library, Path folder) {
    this.library = library;
    this.folder = folder;
  }

  static WorkerClocks in(Path folder) throws IOException {
    var library = PLACES.stream().map(Path::of).filter(Files::exists).findFirst();
    Files.createDirectories(folder);
    var clocks = new WorkerClocks(library, folder);
    for (var whose : List.of("pool", "jobs")) {
      clocks.set(whose, 0);
    }
    return clocks;
  }

  boolean canBeSet() {
    return library.isPresent();
  }

  /** What {@code greenroom up --split} is told of them. */
  Map<String, String> environment() {
    return library
        .map(
            path ->
                Map.of(
                    "GREENROOM_SPLIT_FAKETIME", path.toString(),
                    "GREENROOM_SPLIT_CLOCKS", folder.toString()))
        .orElse(Map.of());
  }

  /** From now on that clock is so many seconds ahead. */
  void set(String whose, int seconds) {
    try {
      var next = Files.writeString(folder.resolve(whose + ".next"), "%+ds".formatted(seconds));
      Files.move(
          next,
          folder.resolve(whose),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
