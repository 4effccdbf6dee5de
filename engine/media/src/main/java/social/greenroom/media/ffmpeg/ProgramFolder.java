package social.greenroom.media.ffmpeg;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * The folder that programs are unpacked into and run from. Nobody but this user may write there:
 * otherwise another could have this process run a program of theirs.
 */
final class ProgramFolder {
  private static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OF_OTHERS =
      EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private ProgramFolder() {}

  /** That folder, made if need be; one of this process alone when it can't be trusted. */
  static Path privately(Path wanted) throws IOException {
    var folder = wanted.toAbsolutePath();
    Files.createDirectories(folder.getParent());
    try {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PRIVATE));
    } catch (FileAlreadyExistsException e) {
      // What was there before may be another's, so it is looked at like any other.
    }
    return trusted(folder) ? folder : ofThisProcess();
  }

  private static boolean trusted(Path folder) throws IOException {
    var there = Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!there.isDirectory() || there.permissions().stream().anyMatch(OF_OTHERS::contains)) {
      return false;
    }
    // A file of our own tells who we are: a container's user often has no name.
    var probe = Files.createTempFile("greenroom", ".probe");
    try {
      return there.owner().equals(Files.getOwner(probe));
    } finally {
      Files.delete(probe);
    }
  }

  private static Path ofThisProcess() throws IOException {
    var folder =
        Files.createTempDirectory(
            "greenroom-ffmpeg", PosixFilePermissions.asFileAttribute(PRIVATE));
    folder.toFile().deleteOnExit();
    return folder;
  }
}
