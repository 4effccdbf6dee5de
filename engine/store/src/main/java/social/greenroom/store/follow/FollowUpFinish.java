package social.greenroom.store.follow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.channel.PublishOutcome.NotSent;
import social.greenroom.core.channel.PublishOutcome.Published;
import social.greenroom.core.channel.PublishOutcome.RateLimited;
import social.greenroom.core.channel.PublishOutcome.Unknown;
import social.greenroom.core.post.FollowUpState;

/**
 * What an attempt's outcome makes of what follows a post.
 *
 * @param outcome the wire name kept with the attempt
 * @param reason the network's own words; null when it is out
 * @param notBefore for what waits again: not to be tried before
 * @param alteredText the text as the network shows it, where that isn't what was sent
 */
public record FollowUpFinish(
    String outcome,
    FollowUpState next,
    @Nullable String reason,
    @Nullable Instant notBefore,
    @Nullable String remoteId,
    @Nullable String remoteUrl,
    @Nullable String alteredText) {

  /**
   * @param retryAt when to try again what surely wasn't sent
   * @param alteredText the text as the network shows it, where that isn't what was sent
   */
  public static FollowUpFinish of(
      PublishOutcome outcome, Instant retryAt, @Nullable String alteredText) {
    if (outcome instanceof Published published) {
      var id = published.remoteId().isEmpty() ? null : published.remoteId();
      return new FollowUpFinish(
          outcome.wireName(), FollowUpState.DONE, null, null, id, published.url(), alteredText);
    }
    if (outcome instanceof RateLimited limited) {
      return over(outcome, FollowUpState.WAITING, later(limited.notBefore(), retryAt));
    }
    if (outcome instanceof NotSent) {
      return over(outcome, FollowUpState.WAITING, retryAt);
    }
    return outcome instanceof Unknown
        ? over(outcome, FollowUpState.UNKNOWN, null)
        : over(outcome, FollowUpState.FAILED, null);
  }

  /** The same, left to a person after so many attempts. */
  public FollowUpFinish exhausted(int attempts) {
    return new FollowUpFinish(
        outcome,
        FollowUpState.FAILED,
        "After %d attempts it is left to you: %s".formatted(attempts, reason),
        null,
        null,
        null,
        null);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static FollowUpFinish over(
      PublishOutcome outcome, FollowUpState next, @Nullable Instant notBefore) {
    return new FollowUpFinish(
        outcome.wireName(), next, outcome.reason(), notBefore, null, null, null);
  }
}
