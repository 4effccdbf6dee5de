package social.greenroom.store.series;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time of a series.
 *
 * @param localTime on the talent's clock when it was decided; it names the time in its series
 * @param requestName the name its PostRequest has
 * @param message why it is so, where that wants words
 */
public record OccurrenceRow(
    UUID tenantId,
    UUID id,
    UUID seriesId,
    UUID talentId,
    LocalDateTime localTime,
    Instant at,
    OccurrenceState state,
    String requestName,
    @Nullable String message,
    Instant createdAt,
    Instant updatedAt) {}
