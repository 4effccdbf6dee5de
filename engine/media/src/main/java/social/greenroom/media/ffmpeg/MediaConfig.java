package social.greenroom.media.ffmpeg;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where FFmpeg comes from and what it may use.
 *
 * @param ffmpeg the program, or null to look on the PATH and then take the bundled one
 * @param cache a folder of this user alone, where the bundled program is unpacked once
 */
public record MediaConfig(@Nullable Path ffmpeg, Path cache, ProcessLimits limits) {
  /**
   * Where programs are unpacked unless something else is configured: beside no tenant's files, and
   * apart for each user of the machine.
   */
  public static Path privateCache() {
    var user = String.valueOf(System.getProperty("user.name")).replaceAll("[^A-Za-z0-9._-]", "_");
    return Path.of(System.getProperty("java.io.tmpdir"), "greenroom-ffmpeg-" + user);
  }

  /** FFmpeg wherever it is found, with the usual limits. */
  public static MediaConfig standard(Path cache) {
    return new MediaConfig(null, cache, ProcessLimits.DEFAULT);
  }
}
