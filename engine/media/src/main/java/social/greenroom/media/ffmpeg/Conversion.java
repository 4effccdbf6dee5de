package social.greenroom.media.ffmpeg;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * One picture in, one JPEG out.
 *
 * @param demuxer the only demuxer that may open the input, so that a playlist in disguise stays
 *     bytes
 * @param filter a filter graph from {@code [0:v]} to {@code [out]}
 * @param quality FFmpeg's scale for JPEG: 2 is best, 31 is smallest
 */
public record Conversion(Path input, String demuxer, String filter, int quality, Path output) {
  public Conversion {
    output = output.toAbsolutePath();
  }

  /** The folder the output goes to, where FFmpeg may also leave its complaints. */
  Path folder() {
    return requireNonNull(output.getParent(), "an output file is in a folder");
  }

  List<String> arguments() {
    return List.of(
        "-hide_banner",
        "-nostdin",
        "-v",
        "error",
        "-xerror",
        "-filter_complex_threads",
        "1",
        "-protocol_whitelist",
        "file",
        "-f",
        demuxer,
        "-noautorotate",
        "-err_detect",
        "explode",
        "-threads",
        "1",
        "-i",
        "file:" + input.toAbsolutePath(),
        "-filter_complex",
        filter,
        "-map",
        "[out]",
        "-map_metadata",
        "-1",
        "-frames:v",
        "1",
        "-fflags",
        "+bitexact",
        "-flags:v",
        "+bitexact",
        "-c:v",
        "mjpeg",
        "-threads",
        "1",
        "-q:v",
        Integer.toString(quality),
        "-f",
        "mjpeg",
        "-y",
        "file:" + output);
  }
}
