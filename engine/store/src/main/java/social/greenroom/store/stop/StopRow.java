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
    @Nullable Instant liftedAt) {}
