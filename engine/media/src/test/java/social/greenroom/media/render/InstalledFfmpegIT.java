package social.greenroom.media.render;

import org.junit.jupiter.api.condition.EnabledIf;
import social.greenroom.media.ffmpeg.TestFfmpeg;

/**
 * With the machine's own FFmpeg: another version than the bundled one, as in the worker's image.
 */
@EnabledIf(value = "installed", disabledReason = "No ffmpeg is on the PATH.")
class InstalledFfmpegIT extends ImageRendererContract {
  InstalledFfmpegIT() {
    super(TestFfmpeg.installed().orElseThrow());
  }

  static boolean installed() {
    return TestFfmpeg.installed().isPresent();
  }
}
