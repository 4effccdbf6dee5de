package social.greenroom.api.series;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A time of a series for which something was decided.
 *
 * @param state wanted (its request is about to be made), requested, refused, missed or dropped
 * @param message why, where that wants words
 * @param postId the post that came of it
 */
@Schema(name = "SeriesTime")
public record SeriesTime(
    Instant at,
    @Schema(enumeration = {"wanted", "requested", "refused", "missed", "dropped"}) String state,
    @Nullable String message,
    @Nullable UUID postId) {}
