package social.greenroom.core.post;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time within which an approved post may go out. Moving it inside keeps the approval; moving it
 * outside voids it.
 *
 * @param notBefore the earliest instant, or null for none
 * @param notAfter the latest instant, or null for none
 */
public record ApprovalWindow(@Nullable Instant notBefore, @Nullable Instant notAfter) {
  /** Any time at all. */
  public static final ApprovalWindow ANY = new ApprovalWindow(null, null);

  public ApprovalWindow {
    if (notBefore != null && notAfter != null && notAfter.isBefore(notBefore)) {
      throw new IllegalArgumentException("The window ends before it begins.");
    }
  }

  public boolean contains(Instant at) {
    return (notBefore == null || !at.isBefore(notBefore))
        && (notAfter == null || !at.isAfter(notAfter));
  }

  /** The window in words, to stand after "for": for example "any time" or "not before ...". */
  public String inWords() {
    if (notBefore == null && notAfter == null) {
      return "any time";
    }
    if (notAfter == null) {
      return "not before %s".formatted(notBefore);
    }
    if (notBefore == null) {
      return "not after %s".formatted(notAfter);
    }
    return "the time from %s to %s".formatted(notBefore, notAfter);
  }
}
