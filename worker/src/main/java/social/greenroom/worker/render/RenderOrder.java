package social.greenroom.worker.render;

import java.util.List;

/** The pictures that a request's drafts still lack, as the API server tells it. */
record RenderOrder(List<OrderedPicture> pictures) {
  RenderOrder {
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
  record OrderedPicture(String source, String platform, int width, int height, long maxBytes) {}
}
