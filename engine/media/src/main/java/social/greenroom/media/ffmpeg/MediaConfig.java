package social.greenroom.media.ffmpeg;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where FFmpeg comes from and what it may use.
 *
 * @param ffmpeg the program, or null to look on the PATH and then take the bundled one
 * @param cache a folder where the bundled program is unpacked once
 */
public record MediaConfig(@Nullable Path ffmpeg, Path cache, ProcessLimits limits) {
  /** FFmpeg wherever it is found, with the usual limits. */
  public static MediaConfig standard(Path cache) {
    return new MediaConfig(null, cache, ProcessLimits.DEFAULT);
  }
}
