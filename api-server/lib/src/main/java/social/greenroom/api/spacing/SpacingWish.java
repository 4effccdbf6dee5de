package social.greenroom.api.spacing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import social.greenroom.core.schedule.SpacingDays;

/**
 * Which posts shall be spaced out, and over which days.
 *
 * @param variants in the order in which they shall go out, as far as they share an account
 * @param from the first day, on each talent's own calendar
 * @param days how many, from 1 to 60
 */
@Schema(name = "SpacingWish")
public record SpacingWish(
    @NotNull(message = "Choose the posts (variants).")
        @Size(min = 1, max = 100, message = "Choose 1 to 100 posts (variants).")
        List<@NotNull(message = "A post has an id.") UUID> variants,
    @NotNull(message = "Say on which day to begin (from).") LocalDate from,
    @Min(value = 1, message = "Choose at least 1 day (days).")
        @Max(value = SpacingDays.MOST, message = "Choose at most 60 days (days).")
        int days) {}
