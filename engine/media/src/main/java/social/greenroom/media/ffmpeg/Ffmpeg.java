package social.greenroom.media.ffmpeg;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The FFmpeg program to use.
 *
 * @param program its absolute path
 */
public record Ffmpeg(Path program) {

  /**
   * The configured program, else the first {@code ffmpeg} on the PATH, else the bundled one.
   *
   * @throws FfmpegFailedException when a program is configured that can't be run, or there is none
   */
  public static Ffmpeg find(MediaConfig config) throws FfmpegFailedException {
    return find(config, System.getenv("PATH"));
  }

  static Ffmpeg find(MediaConfig config, @Nullable String searchPath) throws FfmpegFailedException {
    var configured = config.ffmpeg();
    if (configured != null) {
      return configured(configured);
    }
    var onPath = onPath(searchPath == null ? "" : searchPath);
    return onPath.isPresent() ? onPath.get() : new Ffmpeg(BundledFfmpeg.unpack(config.cache()));
  }

  private static Ffmpeg configured(Path program) throws FfmpegFailedException {
    if (!Files.isExecutable(program)) {
      throw new FfmpegFailedException(
          "The configured FFmpeg, %s, isn't a program that can be run; correct the path or leave it"
                  .formatted(program)
              + " empty to use the one on the PATH or the bundled one.");
    }
    return new Ffmpeg(program.toAbsolutePath());
  }

  private static Optional<Ffmpeg> onPath(String searchPath) {
    return Arrays.stream(searchPath.split(Pattern.quote(File.pathSeparator)))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, "ffmpeg").toAbsolutePath())
        .filter(program -> Files.isRegularFile(program) && Files.isExecutable(program))
        .findFirst()
        .map(Ffmpeg::new);
  }
}
