package social.greenroom.operator.account;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Accounts are seldom made alone: a Job waits until none is coming any more and no further one was
 * wanted for a while, and looks at all of them.
 */
final class Gathering {
  /** No further account for so long: there won't be one. */
  static final Duration QUIET = Duration.ofSeconds(1);

  /** Where they keep coming, the first has waited long enough by then. */
  static final Duration LONGEST = Duration.ofMinutes(5);

  private Gathering() {}

  /**
   * How long to go on waiting; zero or less when the Job is to be made.
   *
   * @param firstWaits how long the first account waits already
   * @param lastWaits how long the last one does
   * @param coming whether there are accounts that weren't looked at yet; not asked before all is
   *     quiet
   */
  static Duration left(Duration firstWaits, Duration lastWaits, BooleanSupplier coming) {
    var longest = LONGEST.minus(firstWaits);
    if (longest.isNegative()) {
      return longest;
    }
    var quiet = QUIET.minus(lastWaits);
    var left = quiet.compareTo(Duration.ZERO) <= 0 && coming.getAsBoolean() ? QUIET : quiet;
    return left.compareTo(longest) < 0 ? left : longest;
  }
}
