package social.greenroom.api.caps;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.schedule.OwnCaps;

/**
 * What a talent sets themselves. What is left out isn't bound by them.
 *
 * @param dailyCap the most posts a day over all accounts, from 1 to 100
 * @param pauseMinutes the shortest time between two posts of an account, up to a week
 */
@Schema(name = "TalentCaps")
public record TalentCaps(
    @Nullable
        @Min(
            value = 1,
            message = "Choose 1 post a day or more; to send none, stop the posts instead.")
        @Max(
            value = OwnCaps.MOST_POSTS,
            message = "Choose 100 posts a day or fewer, or leave this empty for no cap.")
        Integer dailyCap,
    @Nullable
        @Min(value = 1, message = "Choose a minute or more, or leave this empty for no pause.")
        @Max(value = 10_080, message = "Choose a week (10080 minutes) or less.")
        Integer pauseMinutes,
    @Nullable @Valid QuietSpan quietHours) {

  static TalentCaps of(OwnCaps caps) {
    var pause = caps.pause();
    var quiet = caps.quietHours();
    return new TalentCaps(
        caps.dailyCap(),
        pause == null ? null : Math.toIntExact(pause.toMinutes()),
        quiet == null ? null : QuietSpan.of(quiet));
  }

  OwnCaps own() {
    return new OwnCaps(
        dailyCap,
        pauseMinutes == null ? null : Duration.ofMinutes(pauseMinutes),
        quietHours == null ? null : quietHours.hours());
  }
}
