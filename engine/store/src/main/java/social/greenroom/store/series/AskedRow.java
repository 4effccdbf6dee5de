package social.greenroom.store.series;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A series as a person asked for it.
 *
 * @param version counts what people changed
 * @param dueAt from when on the operator acts on it while it waits
 * @param message why it can't be declared
 * @param endsAt until then its end can be taken back; null while it goes on
 */
public record AskedRow(
    UUID tenantId,
    UUID seriesId,
    UUID talentId,
    String idempotencyKey,
    SeriesAsked spec,
    int version,
    AskedState state,
    Instant dueAt,
    @Nullable String message,
    @Nullable Instant endsAt,
    @Nullable String endedBy,
    String createdBy,
    Instant createdAt,
    Instant updatedAt) {}
