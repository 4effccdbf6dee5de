package social.greenroom.media.render;

/**
 * What a network wants of a picture.
 *
 * @param width in pixels, even
 * @param height in pixels, even
 * @param maxBytes the most the file may have
 */
public record RenderTarget(int width, int height, long maxBytes) {
  public RenderTarget {
    if (width < 2 || height < 2 || width % 2 != 0 || height % 2 != 0) {
      throw new IllegalArgumentException(
          "A picture of %d x %d can't be made; width and height must be even and at least 2."
              .formatted(width, height));
    }
  }
}
