package social.greenroom.worker.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.channel.PublishOutcome.RateLimited;
import social.greenroom.core.post.VariantState;
import social.greenroom.core.retry.Retrying;
import social.greenroom.store.publish.AttemptRow;
import social.greenroom.store.publish.Finish;

/**
 * When to try again what surely wasn't sent, and after how much of it a person decides.
 *
 * @param made how many attempts were made since the post became due, this one among them
 * @param since when the first of them began
 */
record Backoff(int made, Instant since) {
  private static final Retrying RETRYING =
      new Retrying(Duration.ofSeconds(5), Duration.ofMinutes(15), 8, Duration.ofHours(24));

  /**
   * How much later than a network asked at the most: many accounts were told the same instant, and
   * mustn't come back in the same moment.
   */
  private static final Duration SPREAD = Duration.ofMinutes(1);

  /**
   * Counts the attempts since the post became due: a person who tries it again begins anew.
   *
   * @param attempts all at the variant, in order
   * @param due the time that was chosen for it; null counts all
   */
  static Backoff after(List<AttemptRow> attempts, @Nullable Instant due) {
    var series =
        attempts.stream()
            .map(AttemptRow::startedAt)
            .filter(started -> due == null || !started.isBefore(due))
            .toList();
    return new Backoff(series.size(), series.isEmpty() ? Instant.MAX : series.get(0));
  }

  /** What the outcome makes of the variant; after the last attempt a person decides. */
  Finish finish(PublishOutcome outcome, Instant now, RandomGenerator random) {
    var finish = Finish.of(outcome, retryAt(outcome, now, random));
    if (finish.next() != VariantState.APPROVED || !over(now)) {
      return finish;
    }
    return new Finish(
        finish.outcome(),
        VariantState.FAILED,
        "After %d attempts it is left to you: %s".formatted(made, finish.reason()),
        null,
        null,
        null);
  }

  private boolean over(Instant now) {
    var passed = now.isBefore(since) ? Duration.ZERO : Duration.between(since, now);
    return RETRYING.over(made, passed);
  }

  private Instant retryAt(PublishOutcome outcome, Instant now, RandomGenerator random) {
    if (outcome instanceof RateLimited limited) {
      return limited.notBefore().plusMillis(random.nextLong(SPREAD.toMillis() + 1));
    }
    return now.plus(RETRYING.pause(made, random));
  }
}
