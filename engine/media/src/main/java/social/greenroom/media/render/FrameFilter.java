package social.greenroom.media.render;

import java.util.Locale;
import social.greenroom.media.probe.Probed;

/**
 * Writes the FFmpeg filter graph that brings a picture into a frame. A picture of nearly the
 * frame's shape fills it; any other is shown whole on a blurred, darkened copy of itself, so that
 * neither a face nor a line of text is ever cut away.
 */
final class FrameFilter {
  /**
   * How far the shapes may differ before the picture is padded; at most half of it is cut a side.
   */
  static final double CROP_WITHIN = 0.15;

  /**
   * What is transparent becomes white: JPEG knows no transparency, and black hides dark logos. The
   * white isn't a box drawn with {@code replace}: Debian 12's FFmpeg 5.1 crashes there.
   */
  private static final String ON_WHITE =
      "format=rgba,split[below][above];"
          + "[below]lutrgb=r=255:g=255:b=255:a=255[white];"
          + "[white][above]overlay=format=rgb,format=rgb24";

  private static final String TO_JPEG =
      "scale=out_color_matrix=bt601:out_range=pc,setsar=1,format=yuvj420p[out]";

  private FrameFilter() {}

  static String of(Probed picture, RenderTarget target) {
    var upright = picture.orientation().filter();
    var turn = upright.isEmpty() ? "" : upright + ",";
    var size = "%d:%d".formatted(target.width(), target.height());
    var graph = fits(picture, target) ? fill(size) : pad(size);
    return "[0:v]setsar=1," + turn + graph;
  }

  static boolean fits(Probed picture, RenderTarget target) {
    double ratio =
        ((double) picture.uprightWidth() / picture.uprightHeight())
            / ((double) target.width() / target.height());
    return Math.max(ratio, 1 / ratio) <= 1 + CROP_WITHIN;
  }

  private static String fill(String size) {
    return String.format(
        Locale.ROOT,
        "scale=%1$s:force_original_aspect_ratio=increase:flags=lanczos,crop=%1$s,%2$s,%3$s",
        size,
        ON_WHITE,
        TO_JPEG);
  }

  private static String pad(String size) {
    return String.format(
        Locale.ROOT,
        "scale=%1$s:force_original_aspect_ratio=decrease:flags=lanczos,%2$s,split[back][front];"
            + "[back]scale=%1$s:force_original_aspect_ratio=increase,crop=%1$s,"
            + "boxblur=24:2,eq=brightness=-0.18[stage];"
            + "[stage][front]overlay=(W-w)/2:(H-h)/2:format=rgb,%3$s",
        size,
        ON_WHITE,
        TO_JPEG);
  }
}
