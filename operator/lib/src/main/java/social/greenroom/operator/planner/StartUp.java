package social.greenroom.operator.planner;

import java.time.Duration;
import java.util.List;

/** How long before its time a Job is made, from how long the last ones took to begin. */
final class StartUp {
  /** One slow start says little, and so does one quick one. */
  private static final int ENOUGH = 3;

  /** Nine in ten are quicker: one lost node doesn't move it, and a slow cluster does. */
  private static final double SHARE = 0.9;

  private static final Duration MARGIN = Duration.ofMillis(500);
  private static final Duration SHORTEST = Duration.ofSeconds(2);

  /** From when it is queued a post isn't edited any more; nobody is kept from that for longer. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private StartUp() {}

  /**
   * From making a Job to its first claim.
   *
   * @param measured of the last Jobs
   * @param unmeasured what is taken while too few were measured
   */
  static Duration of(List<Duration> measured, Duration unmeasured) {
    if (measured.size() < ENOUGH) {
      return unmeasured;
    }
    var sorted = measured.stream().sorted().toList();
    var slow = sorted.get((int) Math.ceil(sorted.size() * SHARE) - 1).plus(MARGIN);
    if (slow.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return slow.compareTo(LONGEST) > 0 ? LONGEST : slow;
  }
}
