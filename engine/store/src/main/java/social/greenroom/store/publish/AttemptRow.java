package social.greenroom.store.publish;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A publish call, written down before it was made.
 *
 * @param outcome sending, published, rejected, rate_limited, account_blocked, not_sent or unknown
 * @param settledAs how an unknown outcome was settled: published or not_published
 */
public record AttemptRow(
    UUID tenantId,
    UUID id,
    UUID variantId,
    UUID accountId,
    int number,
    long fence,
    String worker,
    @Nullable UUID dispatchId,
    String contentHash,
    String idempotencyKey,
    Instant startedAt,
    @Nullable Instant finishedAt,
    String outcome,
    @Nullable String detail,
    @Nullable String remoteId,
    @Nullable String remoteUrl,
    @Nullable String settledAs,
    @Nullable String settledBy,
    @Nullable Instant settledAt) {
  /** True while it isn't known whether the post went out. */
  public boolean inDoubt() {
    return outcome.equals("sending") || (outcome.equals("unknown") && settledAs == null);
  }
}
