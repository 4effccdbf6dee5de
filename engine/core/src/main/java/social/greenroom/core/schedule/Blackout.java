package social.greenroom.core.schedule;

import java.time.Instant;

/**
 * A time in which nothing goes out.
 *
 * @param from the first instant of it
 * @param to the first instant after it
 * @param reason why, in a few words; may be empty
 */
public record Blackout(Instant from, Instant to, String reason) {
  public Blackout {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("The blackout ends (to) before it begins (from).");
    }
  }

  public boolean contains(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  /** What to call it in a sentence. */
  String named() {
    return reason.isBlank() ? "a blackout" : "the blackout '%s'".formatted(reason);
  }
}
