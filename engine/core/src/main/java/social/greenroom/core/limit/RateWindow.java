package social.greenroom.core.limit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a network told of one of its limits.
 *
 * @param scope whose calls it counts
 * @param name which of the network's limits, for example {@code calls}
 * @param allowed how many in the whole window; null where it wasn't told
 * @param remaining how many are left of it
 * @param resetsAt when the window ends
 */
public record RateWindow(
    Scope scope, String name, @Nullable Long allowed, long remaining, Instant resetsAt) {
  /** Whose calls a limit counts. */
  public enum Scope {
    ACCOUNT,
    /** All accounts that are reached through the same app. */
    APP
  }

  public RateWindow {
    if (remaining < 0 || (allowed != null && allowed < 0)) {
      throw new IllegalArgumentException("What is left of a limit isn't less than nothing.");
    }
  }

  /** One that lets nothing more through until then. */
  public static RateWindow empty(Scope scope, String name, Instant until) {
    return new RateWindow(scope, name, null, 0, until);
  }
}
