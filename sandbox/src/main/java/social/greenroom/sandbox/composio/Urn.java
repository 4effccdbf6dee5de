package social.greenroom.sandbox.composio;

import social.greenroom.sandbox.call.Caller;
import social.greenroom.sandbox.timeline.Post;

/** LinkedIn's names for things. */
final class Urn {
  private static final String SHARE = "urn:li:share:";
  private static final String IMAGE = "urn:li:image:";

  private Urn() {}

  static String person(String handle) {
    return "urn:li:person:" + Caller.plain(handle);
  }

  static String share(Post post) {
    return SHARE + post.id();
  }

  static String image(String id) {
    return IMAGE + id;
  }

  /** The id within a share's or image's URN; a bare id stays as it is. */
  static String id(String urn) {
    return urn.substring(urn.lastIndexOf(':') + 1);
  }

  /** Whether the account may speak as {@code author}: itself, or a page it is trusted with. */
  static boolean speaksAs(String author, String handle) {
    return author.equalsIgnoreCase(person(handle)) || author.startsWith("urn:li:organization:");
  }
}
