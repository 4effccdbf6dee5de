package social.greenroom.api.series;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A post that went out, said again in other words.
 *
 * @param postId the post; of a series that is there it stays, and may be left out
 * @param intervalDays days from when it went out to its first repetition, and from each to the next
 * @param maximum how often it is repeated at most
 */
@Schema(name = "SeriesRepeats")
public record SeriesRepeats(
    @Nullable UUID postId,
    @NotNull(message = "Say how many days lie between: send intervalDays.")
        @Min(value = 1, message = "At least 1 day lies between two repetitions.")
        @Max(value = 3650, message = "At most 3,650 days lie between two repetitions.")
        Integer intervalDays,
    @NotNull(message = "Say how often at most: send maximum.")
        @Min(value = 1, message = "It is repeated at least once; make this 1 or more.")
        @Max(value = 100, message = "It is repeated at most 100 times; make this 100 or less.")
        Integer maximum) {}
