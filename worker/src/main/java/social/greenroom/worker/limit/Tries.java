package social.greenroom.worker.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.channel.PublishOutcome.NotSent;
import social.greenroom.core.channel.PublishOutcome.RateLimited;
import social.greenroom.core.retry.Retrying;

/**
 * How often something was sent since it was wanted, when it is sent again, and after how much of it
 * a person decides.
 *
 * @param made how many attempts were made, the last one among them
 * @param since when the first of them began
 */
public record Tries(int made, Instant since) {
  private static final Retrying RETRYING =
      new Retrying(Duration.ofSeconds(5), Duration.ofMinutes(15), 8, Duration.ofHours(24));

  /**
   * How much later than a network asked at the most: many accounts were told the same instant, and
   * mustn't come back in the same moment.
   */
  private static final Duration SPREAD = Duration.ofMinutes(1);

  /**
   * Those that began then.
   *
   * @param started in order
   */
  public static Tries begun(List<Instant> started) {
    return new Tries(started.size(), started.isEmpty() ? Instant.MAX : started.get(0));
  }

  /** True when no more is to be tried. */
  public boolean over(Instant now) {
    var passed = now.isBefore(since) ? Duration.ZERO : Duration.between(since, now);
    return RETRYING.over(made, passed);
  }

  /** When to try again what surely wasn't sent. */
  public Instant again(PublishOutcome outcome, Instant now, RandomGenerator random) {
    if (outcome instanceof RateLimited limited) {
      return limited.notBefore().plusMillis(random.nextLong(SPREAD.toMillis() + 1));
    }
    var pause = RETRYING.pause(Math.max(1, made), random);
    return outcome instanceof NotSent notSent && notSent.notBefore() != null
        ? notSent.notBefore().plus(pause)
        : now.plus(pause);
  }
}
