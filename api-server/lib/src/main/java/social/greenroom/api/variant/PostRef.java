package social.greenroom.api.variant;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.series.SeriesRef;

/**
 * The idea behind a variant.
 *
 * @param requestName the PostRequest it came from, as the cluster names it
 * @param series the series that it is a time of; null for none
 */
@Schema(name = "PostRef")
public record PostRef(
    UUID id,
    String title,
    String idea,
    @Schema(ref = "#/components/schemas/Origin") String origin,
    @Nullable String requestName,
    @Nullable SeriesRef series,
    Instant createdAt) {}
