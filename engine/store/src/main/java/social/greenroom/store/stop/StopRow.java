package social.greenroom.store.stop;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.policy.StopPolicy;

/**
 * A stop that somebody set in the page.
 *
 * @param scope tenant, talent or account
 * @param kind panic or pause
 * @param reason in the words of who set it; may be empty
 */
public record StopRow(
    UUID tenantId,
    UUID id,
    String scope,
    @Nullable UUID talentId,
    @Nullable UUID accountId,
    String kind,
    StopPolicy policy,
    String reason,
    String setBy,
    Instant setAt,
    @Nullable String liftedBy,
    @Nullable Instant liftedAt,
    @Nullable UUID setByUser,
    @Nullable UUID liftedByUser) {
  /** True for the talent's own stop of everything. */
  public boolean panic() {
    return kind.equals("panic");
  }

  /** True when it holds the talent's posts, or those of that account of theirs. */
  public boolean concerns(UUID talent, @Nullable UUID account) {
    return scope.equals("tenant")
        || talent.equals(talentId)
        || (account != null && account.equals(accountId));
  }
}
