package social.greenroom.api.caps;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.core.schedule.QuietHours;

/**
 * Hours of every day in which nothing goes out, in the talent's time zone.
 *
 * @param from like {@code 22:00}
 * @param until like {@code 08:00}; before {@code from} where they last over midnight
 */
@Schema(name = "QuietSpan")
public record QuietSpan(
    @NotNull(message = "Say when the quiet hours begin (from).")
        @Pattern(regexp = TIME, message = "Write when they begin as a time of day, such as 22:00.")
        String from,
    @NotNull(message = "Say when the quiet hours end (until).")
        @Pattern(regexp = TIME, message = "Write when they end as a time of day, such as 08:00.")
        String until) {
  private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

  static QuietSpan of(QuietHours hours) {
    return new QuietSpan(hours.from().toString(), hours.until().toString());
  }

  QuietHours hours() {
    try {
      return new QuietHours(LocalTime.parse(from), LocalTime.parse(until));
    } catch (IllegalArgumentException e) {
      throw ProblemException.field(
          "quietHours.until",
          "The quiet hours leave less than an hour of the day for posts; end them earlier. To"
              + " send nothing at all, stop the posts instead.");
    }
  }
}
