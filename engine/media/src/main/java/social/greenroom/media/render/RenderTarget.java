package social.greenroom.media.render;

/**
 * What a network wants of a picture.
 *
 * @param width in pixels
 * @param height in pixels
 * @param maxBytes the most the file may have
 */
public record RenderTarget(int width, int height, long maxBytes) {
  public RenderTarget {
    if (width < 2 || height < 2) {
      throw new IllegalArgumentException(
          "A picture of %d x %d can't be made; it needs 2 pixels each way."
              .formatted(width, height));
    }
  }
}
