package social.greenroom.store.post;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.Origin;

/**
 * An idea, which has a variant per account.
 *
 * @param requestName the name of the request it came from
 * @param notAfter after when that request lets nothing go out
 */
public record PostRow(
    UUID tenantId,
    UUID id,
    UUID talentId,
    @Nullable UUID requestId,
    @Nullable String requestName,
    @Nullable Instant notAfter,
    Origin origin,
    String title,
    String idea,
    Instant createdAt) {}
