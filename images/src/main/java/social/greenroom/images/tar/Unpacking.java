package social.greenroom.images.tar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import social.greenroom.images.ImageException;

/** Unpacks an image into a folder, which then is the root of a container. */
public final class Unpacking {
  private Unpacking() {}

  /**
   * Unpacks all layers; what was in the folder is deleted.
   *
   * @throws ImageException when a file would come to lie outside of the folder
   */
  public static void unpack(ImageTar image, Path folder) throws IOException {
    delete(folder);
    var root = Files.createDirectories(folder).toRealPath();
    image.visit(
        (entry, target, content) -> {
          var path = inside(root, entry.path());
          switch (entry.type()) {
            case FOLDER -> Files.createDirectories(path);
            case FILE -> {
              Files.createDirectories(path.resolveSibling(""));
              Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
            }
            case LINK -> {
              Files.createDirectories(path.resolveSibling(""));
              Files.deleteIfExists(path);
              Files.createSymbolicLink(path, Path.of(target));
            }
            case OTHER ->
                throw new ImageException("%s is no file, folder or link.".formatted(entry.path()));
          }
          if (entry.type() != TarEntry.Type.LINK) {
            Files.setPosixFilePermissions(path, permissions(entry.mode()));
            // The time is part of what an archive of classes knows its jars by.
            Files.setLastModifiedTime(
                path, FileTime.from(entry.modifiedSeconds(), TimeUnit.SECONDS));
          }
        });
  }

  /** Deletes the folder with all that is in it, if it is there. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static Path inside(Path root, String entry) throws IOException {
    var path = root.resolve(entry).normalize();
    if (!path.startsWith(root) || !nearest(path, root).toRealPath().startsWith(root)) {
      throw new ImageException("%s lies outside of the image.".formatted(entry));
    }
    return path;
  }

  /** The lowest folder above the path that is there already; a link in between could lead away. */
  private static Path nearest(Path path, Path root) {
    var folder = path.getParent();
    while (!path.equals(root) && folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    return path.equals(root) || folder == null ? root : folder;
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    var permissions = EnumSet.noneOf(PosixFilePermission.class);
    var all = PosixFilePermission.values();
    for (int bit = 0; bit < all.length; bit++) {
      // Declared from OWNER_READ to OTHERS_EXECUTE, as the bits are ordered.
      if ((mode & (0400 >> bit)) != 0) {
        permissions.add(all[bit]);
      }
    }
    return permissions;
  }
}
