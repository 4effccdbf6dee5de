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
 * @param seriesId the series that it is a time of; null for none
 */
public record PostRow(
    UUID tenantId,
    UUID id,
    UUID talentId,
    @Nullable UUID requestId,
    @Nullable String requestName,
    @Nullable Instant notAfter,
    @Nullable UUID seriesId,
    @Nullable String seriesName,
    Origin origin,
    String title,
    String idea,
    Instant createdAt) {}
