package social.greenroom.store.publish;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.channel.PublishOutcome.AccountBlocked;
import social.greenroom.core.channel.PublishOutcome.NotSent;
import social.greenroom.core.channel.PublishOutcome.Published;
import social.greenroom.core.channel.PublishOutcome.RateLimited;
import social.greenroom.core.channel.PublishOutcome.Rejected;
import social.greenroom.core.channel.PublishOutcome.Unknown;
import social.greenroom.core.post.VariantState;

/**
 * What an attempt's outcome makes of the variant.
 *
 * @param outcome the wire name kept with the attempt
 * @param next the variant's state from here
 * @param notBefore for one that goes back to approved: not to be tried before
 * @param alteredText the post as the network shows it, where that isn't what was sent
 */
public record Finish(
    String outcome,
    VariantState next,
    @Nullable String reason,
    @Nullable Instant notBefore,
    @Nullable String remoteId,
    @Nullable String remoteUrl,
    @Nullable String alteredText) {

  /** One of which the network shows what was sent, as far as is known. */
  public Finish(
      String outcome,
      VariantState next,
      @Nullable String reason,
      @Nullable Instant notBefore,
      @Nullable String remoteId,
      @Nullable String remoteUrl) {
    this(outcome, next, reason, notBefore, remoteId, remoteUrl, null);
  }

  /**
   * @param retryAt when to try again what surely wasn't sent
   */
  public static Finish of(PublishOutcome outcome, Instant retryAt) {
    if (outcome instanceof Published published) {
      return new Finish(
          outcome.wireName(),
          VariantState.PUBLISHED,
          null,
          null,
          published.remoteId(),
          published.url(),
          null);
    }
    if (outcome instanceof RateLimited limited) {
      return back(outcome, limited.reason(), later(limited.notBefore(), retryAt));
    }
    if (outcome instanceof NotSent notSent) {
      return back(outcome, notSent.reason(), retryAt);
    }
    if (outcome instanceof Rejected rejected) {
      return over(outcome, VariantState.FAILED, rejected.reason());
    }
    if (outcome instanceof AccountBlocked blocked) {
      return over(outcome, VariantState.FAILED, blocked.reason());
    }
    if (outcome instanceof Unknown unknown) {
      return over(outcome, VariantState.UNKNOWN, unknown.reason());
    }
    throw new IllegalArgumentException("An outcome that isn't known here: " + outcome.wireName());
  }

  /** The same, where the network shows another text than was sent. */
  public Finish altered(String shown) {
    return new Finish(outcome, next, reason, notBefore, remoteId, remoteUrl, shown);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Finish back(PublishOutcome outcome, String reason, Instant notBefore) {
    return new Finish(
        outcome.wireName(), VariantState.APPROVED, reason, notBefore, null, null, null);
  }

  private static Finish over(PublishOutcome outcome, VariantState next, String reason) {
    return new Finish(outcome.wireName(), next, reason, null, null, null, null);
  }
}
