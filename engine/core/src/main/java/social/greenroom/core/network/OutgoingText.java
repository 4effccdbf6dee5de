package social.greenroom.core.network;

import social.greenroom.core.post.Payload;

/** A post's text as it leaves: the networks here carry a post's link in its text. */
public final class OutgoingText {
  private OutgoingText() {}

  /** The text with the link after an empty line, unless the text holds that link already. */
  public static String of(Payload payload) {
    var link = payload.link();
    if (link == null || link.isBlank() || payload.text().contains(link)) {
      return payload.text();
    }
    return payload.text().isBlank() ? link : payload.text().stripTrailing() + "\n\n" + link;
  }
}
