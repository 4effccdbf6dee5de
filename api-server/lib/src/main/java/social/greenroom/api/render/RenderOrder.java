package social.greenroom.api.render;

import java.util.List;
import social.greenroom.core.network.Networks;
import social.greenroom.store.media.VariantMedia;

/** The pictures that a request's drafts still lack. */
public record RenderOrder(List<OrderedPicture> pictures) {
  public RenderOrder {
    pictures = List.copyOf(pictures);
  }

  /**
   * A picture to be made: once per network, however many drafts show it.
   *
   * @param source the SHA-256 of what it is made from
   * @param platform the network that wants it
   * @param width in pixels
   * @param height in pixels
   * @param maxBytes the most it may have
   */
  public record OrderedPicture(
      String source, String platform, int width, int height, long maxBytes) {
    static OrderedPicture of(VariantMedia picture) {
      var network = Networks.of(picture.platform());
      var size = network.image();
      return new OrderedPicture(
          picture.sourceSha256(),
          picture.platform().wireName(),
          size.width(),
          size.height(),
          network.maxImageBytes());
    }
  }

  static RenderOrder of(List<VariantMedia> unrendered) {
    return new RenderOrder(unrendered.stream().map(OrderedPicture::of).distinct().toList());
  }
}
