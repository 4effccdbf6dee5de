package social.greenroom.media.ffmpeg;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** The static FFmpeg inside the jave-nativebin jar, for machines that have none. */
final class BundledFfmpeg {
  private static final String RESOURCE = "/ws/schild/jave/nativebin/ffmpeg-amd64";

  private BundledFfmpeg() {}

  /** Unpacks the program into the folder, once; several processes may do so at the same time. */
  static Path unpack(Path cache) throws FfmpegFailedException {
    var resource = BundledFfmpeg.class.getResource(RESOURCE);
    var platform = (System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    if (resource == null || !platform.toLowerCase(Locale.ROOT).equals("linux amd64")) {
      throw new FfmpegFailedException(
          "No FFmpeg is configured or on the PATH, and none is bundled for %s; install FFmpeg."
              .formatted(platform));
    }
    try {
      return unpack(resource, ProgramFolder.privately(cache));
    } catch (IOException e) {
      throw new FfmpegFailedException(
          "The bundled FFmpeg couldn't be unpacked into %s: %s".formatted(cache, e.getMessage()),
          e);
    }
  }

  private static Path unpack(URL resource, Path folder) throws IOException {
    var digest = digest(resource);
    // The digest in the name keeps another version's program from being taken for this one.
    var program = folder.resolve("ffmpeg-" + digest.substring(0, 16));
    if (Files.isExecutable(program) && is(program, digest)) {
      return program;
    }
    var unpacking = Files.createTempFile(folder, "ffmpeg", ".part");
    try (var in = resource.openStream()) {
      Files.copy(in, unpacking, StandardCopyOption.REPLACE_EXISTING);
      if (!unpacking.toFile().setExecutable(true, true)) {
        throw new IOException("the folder doesn't allow programs");
      }
      Files.move(unpacking, program, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unpacking);
    }
    return program;
  }

  /** Whether what lies there is the program; a copy that was tampered with is unpacked anew. */
  private static boolean is(Path program, String digest) throws IOException {
    if (!Files.isRegularFile(program, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (var in = Files.newInputStream(program)) {
      return Sha256.of(in).equals(digest);
    }
  }

  private static String digest(URL resource) throws IOException {
    try (var in = resource.openStream()) {
      return Sha256.of(in);
    }
  }
}
