package social.greenroom.worker.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.publish.Finish;

/**
 * When to try again what surely wasn't sent: exponentially later, with jitter so that many accounts
 * of one network don't come back at once, and not for ever.
 *
 * @param number of the attempt that was made, from 1
 * @param pause until the next one
 */
record Backoff(int number, Duration pause) {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int ATTEMPTS = 8;

  static Backoff after(int number) {
    var doubled = FIRST.toMillis() << Math.min(number - 1, 20);
    var bounded = Math.min(doubled, LONGEST.toMillis());
    var jitter = ThreadLocalRandom.current().nextLong(bounded / 4 + 1);
    return new Backoff(number, Duration.ofMillis(bounded + jitter));
  }

  /** What the outcome makes of the variant; after the last attempt a person decides. */
  Finish finish(PublishOutcome outcome, Instant now) {
    var finish = Finish.of(outcome, now.plus(pause));
    if (finish.next() != VariantState.APPROVED || number < ATTEMPTS) {
      return finish;
    }
    return new Finish(
        finish.outcome(),
        VariantState.FAILED,
        "After %d attempts it is left to you: %s".formatted(number, finish.reason()),
        null,
        null,
        null);
  }
}
