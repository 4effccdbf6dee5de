package social.greenroom.worker.settle;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import social.greenroom.core.retry.Retrying;

/**
 * Something was sent, nobody could tell what came of it, and reading proved it absent: when it is
 * sent again, and after how often a person decides.
 *
 * @param times how often that happened since a person last decided about it, this time included
 */
public record Swallowed(int times) {
  private static final Retrying RETRYING =
      new Retrying(Duration.ofSeconds(5), Duration.ofMinutes(15), 4, Duration.ofDays(365));

  /** A network that swallows it again and again is for a person to look at. */
  public boolean isForPerson() {
    return RETRYING.over(times, Duration.ZERO);
  }

  /** When it is sent again. */
  public Instant again(Instant now, RandomGenerator random) {
    return now.plus(RETRYING.pause(times, random));
  }

  /** What a person is told. */
  public String sentence() {
    return "It was sent %d times and the account's posts never held it; look at the account."
        .formatted(times);
  }
}
