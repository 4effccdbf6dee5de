package social.greenroom.operator.plan;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of one post.
 *
 * @param post its title
 * @param variantId its id in the page
 * @param account the name of its account's resource
 * @param sentence when it was to go out, and what comes of that
 * @param approvedBy who said yes; null while nobody did
 */
public record PostEffect(
    String post,
    String variantId,
    String talent,
    String account,
    Effect effect,
    String sentence,
    @Nullable String approvedBy) {
  /** What would happen to it. */
  public enum Effect {
    /** It won't go out. */
    CANCELLED,
    /** It stays approved, and waits until what holds it is lifted. */
    HELD,
    /** When its time comes it is put off, since a rule stands in the way. */
    MOVED,
    /** When its time comes it is refused, and a person has to decide. */
    FAILED,
    /** What stood in its way is gone. */
    FREED
  }
}
