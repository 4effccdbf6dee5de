package social.greenroom.api.spacing;

import jakarta.validation.Valid;
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
 * A yes to a plan.
 *
 * @param variants the plan's posts in its order, each in the version it was made for
 * @param from the plan's first day
 * @param days how many it has
 * @param digest the plan's
 */
@Schema(name = "SpacingAcceptance")
public record SpacingAcceptance(
    @NotNull(message = "Name the plan's posts (variants).")
        @Size(min = 1, max = 100, message = "A plan has 1 to 100 posts (variants).")
        List<@Valid @NotNull(message = "A post has an id and a version.") PlannedVersion> variants,
    @NotNull(message = "Say on which day the plan begins (from).") LocalDate from,
    @Min(value = 1, message = "A plan has at least 1 day (days).")
        @Max(value = SpacingDays.MOST, message = "A plan has at most 60 days (days).")
        int days,
    @NotNull(message = "Send the plan's digest.") String digest) {

  /** A post as the plan knew it. */
  @Schema(name = "PlannedVersion")
  public record PlannedVersion(
      @NotNull(message = "A post has an id.") UUID id,
      @Min(value = 1, message = "A version is 1 or more.") int version) {}

  SpacingWish wish() {
    return new SpacingWish(variants.stream().map(PlannedVersion::id).toList(), from, days);
  }
}
