package social.greenroom.standalone.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import social.greenroom.standalone.data.StartException;
import social.greenroom.standalone.data.Trees;

/** PostgreSQL's programs, carried in a jar and unpacked once per version. */
final class PostgresPrograms {
  /** The version of the carried programs; the parent pom pins the same. */
  static final String VERSION = "18.6.0";

  private final Path folder;
  private final Path home;

  private PostgresPrograms(Path folder) {
    this.folder = folder;
    this.home = folder.resolve("postgres-" + VERSION);
  }

  /** Those below that folder, which may have to be unpacked yet. */
  static PostgresPrograms in(Path folder) {
    return new PostgresPrograms(folder);
  }

  /** Unpacks them, unless they are there already. */
  void unpack() {
    try {
      if (!Files.isDirectory(home)) {
        Files.createDirectories(folder);
        // A kill in the middle leaves only a folder of another name behind.
        var partial = Files.createTempDirectory(folder, "unpacking-");
        extract(partial);
        Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
      }
      removeLeftovers(folder);
    } catch (IOException e) {
      throw new StartException(
          "PostgreSQL's programs can't be unpacked to %s: %s. Free some space there, or choose another folder with --data."
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  private static void extract(Path target) throws IOException {
    var resource = "/postgres-linux-%s.txz".formatted(architecture());
    try (var packed = PostgresPrograms.class.getResourceAsStream(resource)) {
      if (packed == null) {
        throw new StartException(
            "No PostgreSQL is carried for %s on %s: run Greenroom on 64-bit Linux."
                .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
      }
      try (var tar =
          new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
          extract(tar, entry, target);
        }
      }
    }
  }

  private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    var path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("The archive names a file outside itself: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
    } else if (entry.isSymbolicLink()) {
      Files.createDirectories(path.getParent());
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.createDirectories(path.getParent());
      Files.copy(tar, path);
      var executable = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  private static void removeLeftovers(Path folder) throws IOException {
    try (var partial = Files.newDirectoryStream(folder, "unpacking-*")) {
      for (var left : partial) {
        Trees.delete(left);
      }
    }
  }

  private static String architecture() {
    var arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return arch.equals("aarch64") ? "arm_64" : "x86_64";
  }
}
