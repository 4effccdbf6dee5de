package social.greenroom.store.request;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.Origin;

/**
 * Something handed in and acknowledged.
 *
 * @param requestName the name its PostRequest gets
 * @param state waiting (for its PostRequest), requested or refused
 * @param message what its PostRequest waits for, or why it was refused
 */
public record IntakeRow(
    UUID tenantId,
    UUID id,
    UUID talentId,
    Origin source,
    String idempotencyKey,
    String requestName,
    IntakeSpec spec,
    String state,
    @Nullable String message,
    String createdBy,
    Instant createdAt,
    @Nullable Instant settledAt) {}
