package social.greenroom.store.series;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A series.
 *
 * @param anchor the local time at which an evergreen post went out first; null until it did
 * @param decidedUntil what lies before is decided: drafted, or missed
 * @param nextAt the next time; null when there is none
 * @param reason why there is a next time, or none; a sentence
 * @param endReason why it is over before its time
 */
public record SeriesRow(
    UUID tenantId,
    UUID id,
    UUID talentId,
    String name,
    SeriesKind kind,
    SeriesSpec spec,
    @Nullable LocalDateTime anchor,
    Instant decidedUntil,
    @Nullable Instant nextAt,
    @Nullable String reason,
    @Nullable Instant pausedAt,
    @Nullable String pausedBy,
    @Nullable UUID pausedByUser,
    @Nullable Instant endedAt,
    @Nullable String endReason,
    @Nullable Instant removedAt,
    Instant createdAt,
    Instant updatedAt) {}
