package social.greenroom.store.follow;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.OwnPost;

/**
 * A call that adds what follows a post, written down before it was made.
 *
 * @param retryClass what may be done when its outcome isn't known, as it was declared then
 * @param replyTo the id of the post that it answers
 * @param outcome sending, published, rejected, rate_limited, account_blocked, not_sent or unknown
 * @param altered true when the network shows another text than was sent
 * @param askedAt when a person was first asked what became of it
 * @param candidates what reading found that may be it; null when nobody was asked
 * @param settledAs how an unknown outcome was settled: published or not_published
 * @param settledThrough reading, person or sender
 */
public record FollowUpAttemptRow(
    UUID tenantId,
    UUID id,
    UUID variantId,
    int position,
    UUID accountId,
    int number,
    long fence,
    String worker,
    @Nullable UUID dispatchId,
    String contentHash,
    String idempotencyKey,
    String retryClass,
    String replyTo,
    Instant startedAt,
    @Nullable Instant finishedAt,
    String outcome,
    @Nullable String detail,
    @Nullable String remoteId,
    @Nullable String remoteUrl,
    boolean altered,
    @Nullable Instant askedAt,
    @Nullable String askedWhy,
    @Nullable List<OwnPost> candidates,
    @Nullable String settledAs,
    @Nullable String settledThrough,
    @Nullable String settledBy,
    @Nullable Instant settledAt) {
  /** True where its outcome isn't known, and nobody has settled it. */
  public boolean inDoubt() {
    return outcome.equals("unknown") && settledAs == null;
  }
}
