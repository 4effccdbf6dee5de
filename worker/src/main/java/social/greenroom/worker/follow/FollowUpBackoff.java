package social.greenroom.worker.follow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.post.FollowUpState;
import social.greenroom.core.retry.Retrying;
import social.greenroom.store.follow.FollowUpAttemptRow;
import social.greenroom.store.follow.FollowUpFinish;
import social.greenroom.store.follow.FollowUpRow;

/**
 * When to try again what surely wasn't sent, and after how much of it a person decides.
 *
 * @param made how many attempts were made since it was wanted, this one among them
 * @param since when the first of them began
 */
record FollowUpBackoff(int made, Instant since) {
  /** Where nothing says until when: a stop is lifted by a person, at any time. */
  static final Duration HELD = Duration.ofMinutes(1);

  private static final Retrying RETRYING =
      new Retrying(Duration.ofSeconds(5), Duration.ofMinutes(15), 8, Duration.ofHours(24));

  /** Counts the attempts since it was wanted: a person who has it tried again begins anew. */
  static FollowUpBackoff after(List<FollowUpAttemptRow> attempts, FollowUpRow row) {
    var series =
        attempts.stream()
            .filter(attempt -> attempt.position() == row.position())
            .map(FollowUpAttemptRow::startedAt)
            .filter(started -> !started.isBefore(row.wantedAt()))
            .toList();
    return new FollowUpBackoff(series.size(), series.isEmpty() ? Instant.MAX : series.get(0));
  }

  /** What the outcome makes of it; after the last attempt a person decides. */
  FollowUpFinish finish(
      PublishOutcome outcome, @Nullable String alteredText, Instant now, RandomGenerator random) {
    var finish =
        FollowUpFinish.of(
            outcome, now.plus(RETRYING.pause(Math.max(1, made), random)), alteredText);
    var passed = now.isBefore(since) ? Duration.ZERO : Duration.between(since, now);
    return finish.next() == FollowUpState.WAITING && RETRYING.over(made, passed)
        ? finish.exhausted(made)
        : finish;
  }
}
