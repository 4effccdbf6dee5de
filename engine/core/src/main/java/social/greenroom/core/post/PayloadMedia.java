package social.greenroom.core.post;

/**
 * A picture that goes out with a post.
 *
 * @param sha256 the content hash of the rendered file, lower-case hexadecimal
 * @param mediaType for example {@code image/jpeg}
 * @param width in pixels
 * @param height in pixels
 * @param altText what it shows, for those who can't see it; may be empty
 */
public record PayloadMedia(String sha256, String mediaType, int width, int height, String altText) {
  /** The longest alternative text anybody may give, in UTF-16 units; a network may take less. */
  public static final int ALT_TEXT_MAX = 1_500;
}
