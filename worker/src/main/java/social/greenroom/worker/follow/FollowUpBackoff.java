package social.greenroom.worker.follow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.post.FollowUpState;
import social.greenroom.store.follow.FollowUpAttemptRow;
import social.greenroom.store.follow.FollowUpFinish;
import social.greenroom.store.follow.FollowUpRow;
import social.greenroom.worker.limit.Tries;

/**
 * What an outcome makes of what follows a post, given how often it was tried.
 *
 * @param tries since it was wanted
 */
record FollowUpBackoff(Tries tries) {
  /** Where nothing says until when: a stop is lifted by a person, at any time. */
  static final Duration HELD = Duration.ofMinutes(1);

  /** Counts the attempts since it was wanted: a person who has it tried again begins anew. */
  static FollowUpBackoff after(List<FollowUpAttemptRow> attempts, FollowUpRow row) {
    return new FollowUpBackoff(
        Tries.begun(
            attempts.stream()
                .filter(attempt -> attempt.position() == row.position())
                .map(FollowUpAttemptRow::startedAt)
                .filter(started -> !started.isBefore(row.wantedAt()))
                .toList()));
  }

  /** What the outcome makes of it; after the last attempt a person decides. */
  FollowUpFinish finish(
      PublishOutcome outcome, @Nullable String alteredText, Instant now, RandomGenerator random) {
    var finish = FollowUpFinish.of(outcome, tries.again(outcome, now, random), alteredText);
    return finish.next() == FollowUpState.WAITING && tries.over(now)
        ? finish.exhausted(tries.made())
        : finish;
  }
}
