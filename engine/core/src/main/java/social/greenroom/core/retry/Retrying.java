package social.greenroom.core.retry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Trying again with exponential back-off and full jitter: the pause is drawn uniformly between
 * nothing and a bound that doubles. Of the ways to spread callers that failed together this one
 * needs the fewest calls in all (Marc Brooker, "Exponential Backoff And Jitter", AWS Architecture
 * Blog, 2015).
 *
 * @param first the bound after the first try
 * @param longest what the bound never exceeds
 * @param tries after so many no more is made
 * @param within after so long since the first try no more is made
 */
public record Retrying(Duration first, Duration longest, int tries, Duration within) {
  /** More doublings than any bound has room for, and few enough not to overflow. */
  private static final int DOUBLINGS = 30;

  public Retrying {
    if (first.toMillis() < 1 || longest.compareTo(first) < 0 || longest.toDays() > 365) {
      throw new IllegalArgumentException(
          "The first bound is at least a millisecond, and the longest one is no shorter.");
    }
    if (tries < 1 || within.isNegative()) {
      throw new IllegalArgumentException("At least one try is made, within some time.");
    }
  }

  /**
   * The longest pause after so many tries.
   *
   * @param made how many tries were made, from 1
   */
  public Duration bound(int made) {
    long millis = first.toMillis();
    for (int i = 1; i < Math.min(made, DOUBLINGS) && millis < longest.toMillis(); i++) {
      millis *= 2;
    }
    return Duration.ofMillis(Math.min(millis, longest.toMillis()));
  }

  /** A pause after so many tries: between nothing and the bound, each as likely. */
  public Duration pause(int made, RandomGenerator random) {
    return Duration.ofMillis(random.nextLong(bound(made).toMillis() + 1));
  }

  /**
   * Whether no more is to be tried.
   *
   * @param made how many tries were made
   * @param since how long ago the first one was
   */
  public boolean over(int made, Duration since) {
    return made >= tries || since.compareTo(within) >= 0;
  }
}
