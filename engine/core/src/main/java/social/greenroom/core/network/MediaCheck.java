package social.greenroom.core.network;

import java.util.List;
import social.greenroom.core.post.Payload;
import social.greenroom.core.post.PayloadMedia;

/** The pictures. */
record MediaCheck(NetworkProfile network, Channel channel, List<Problem> problems) {

  void check(Payload payload) {
    var media = payload.media();
    if (media.isEmpty()) {
      return;
    }
    var name = network.platform().displayName();
    if (!network.capabilities(channel).contains(Capability.PUBLISH_PHOTO)) {
      problem("media", "%s takes no pictures here; remove them.".formatted(name));
      return;
    }
    if (media.size() > network.maxImages()) {
      problem(
          "media",
          "The post has %d pictures; %s takes %d. Remove %d."
              .formatted(
                  media.size(), name, network.maxImages(), media.size() - network.maxImages()));
    }
    for (var i = 0; i < media.size(); i++) {
      picture(i, media.get(i), name);
    }
  }

  private void picture(int index, PayloadMedia picture, String name) {
    var images = network.images();
    if (!images.mediaTypes().contains(picture.mediaType())) {
      problem(
          "media[%d]".formatted(index),
          "Picture %d is %s, which %s doesn't take; use JPEG or PNG."
              .formatted(index + 1, picture.mediaType(), name));
    }
    var length = picture.altText().length();
    if (length > images.altTextMax()) {
      problem(
          "media[%d].altText".formatted(index),
          "The alternative text of picture %d has %d characters; %s takes %d. Shorten it by %d."
              .formatted(
                  index + 1, length, name, images.altTextMax(), length - images.altTextMax()));
    }
  }

  private void problem(String field, String message) {
    problems.add(new Problem(field, message));
  }
}
