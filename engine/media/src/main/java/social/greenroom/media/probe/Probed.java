package social.greenroom.media.probe;

/**
 * What a file is, by its own bytes.
 *
 * @param width in pixels as stored, before it is turned upright
 * @param height in pixels as stored
 * @param orientation how it must be turned to stand upright
 */
public record Probed(
    ImageFormat format, int width, int height, Orientation orientation, long bytes) {
  /** For example {@code image/jpeg}. */
  public String mediaType() {
    return format.mediaType();
  }

  /** The width a person sees. */
  public int uprightWidth() {
    return orientation.swapsSides() ? height : width;
  }

  /** The height a person sees. */
  public int uprightHeight() {
    return orientation.swapsSides() ? width : height;
  }
}
