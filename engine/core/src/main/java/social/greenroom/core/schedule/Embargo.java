package social.greenroom.core.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time outside of which nothing goes out: before a launch, after a contract's end.
 *
 * @param notBefore the first instant at which a post may go out; null for no bound
 * @param notAfter the last instant at which one may; null for no bound
 */
public record Embargo(@Nullable Instant notBefore, @Nullable Instant notAfter) {
  /** No bound at either end. */
  public static final Embargo NONE = new Embargo(null, null);

  public Embargo {
    if (notBefore != null && notAfter != null && notAfter.isBefore(notBefore)) {
      throw new IllegalArgumentException("The embargo ends (notAfter) before it begins.");
    }
  }

  /** True when it lies inside of both bounds. */
  boolean allows(Instant at) {
    return !tooEarly(at) && !tooLate(at);
  }

  boolean tooEarly(Instant at) {
    return notBefore != null && at.isBefore(notBefore);
  }

  boolean tooLate(Instant at) {
    return notAfter != null && at.isAfter(notAfter);
  }
}
