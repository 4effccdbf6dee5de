package social.greenroom.worker.publish;

import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.publish.AttemptRow;
import social.greenroom.store.publish.Finish;
import social.greenroom.worker.limit.Tries;

/**
 * What an outcome makes of a post, given how often it was tried.
 *
 * @param tries since the post became due
 */
record Backoff(Tries tries) {
  /**
   * Counts the attempts since the post became due: a person who tries it again begins anew.
   *
   * @param attempts all at the variant, in order
   * @param due the time that was chosen for it; null counts all
   */
  static Backoff after(List<AttemptRow> attempts, @Nullable Instant due) {
    return new Backoff(
        Tries.begun(
            attempts.stream()
                .map(AttemptRow::startedAt)
                .filter(started -> due == null || !started.isBefore(due))
                .toList()));
  }

  /** What the outcome makes of the variant; after the last attempt a person decides. */
  Finish finish(PublishOutcome outcome, Instant now, RandomGenerator random) {
    var finish = Finish.of(outcome, tries.again(outcome, now, random));
    if (finish.next() != VariantState.APPROVED || !tries.over(now)) {
      return finish;
    }
    return new Finish(
        finish.outcome(),
        VariantState.FAILED,
        "After %d attempts it is left to you: %s".formatted(tries.made(), finish.reason()),
        null,
        null,
        null);
  }
}
