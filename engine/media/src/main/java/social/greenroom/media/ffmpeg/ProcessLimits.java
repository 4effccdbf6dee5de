package social.greenroom.media.ffmpeg;

import java.time.Duration;

/**
 * What one FFmpeg process may use before it is ended.
 *
 * @param wallTime from start to end
 * @param memoryBytes of address space
 * @param outputBytes of any file it writes
 */
public record ProcessLimits(Duration wallTime, long memoryBytes, long outputBytes) {
  /** 64 megapixels of PNG took 0.7 s and 400 MB on two cores; this is several times that. */
  public static final ProcessLimits DEFAULT =
      new ProcessLimits(Duration.ofSeconds(30), 1L << 30, 64L << 20);
}
