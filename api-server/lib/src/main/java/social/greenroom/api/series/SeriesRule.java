package social.greenroom.api.series;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.series.RecurrenceDeclaration;

/**
 * When it comes again: a rule of RFC 5545 on the talent's clock.
 *
 * @param rule such as {@code FREQ=WEEKLY;BYDAY=MO}
 * @param start the first possible time, such as {@code 2026-11-30T09:00}; it gives each post its
 *     time of day, unless the rule says another
 * @param end the last possible day, or time; none unless given
 * @param exceptions days, or times, that are left out
 */
@Schema(name = "SeriesRule")
public record SeriesRule(
    @NotNull(message = "Say how often: send rule, such as FREQ=WEEKLY;BYDAY=MO.")
        @Size(max = 500, message = "A rule has at most 500 characters; shorten it.")
        @Pattern(
            regexp = "[A-Z]+=[-+,0-9A-Z]+(;[A-Z]+=[-+,0-9A-Z]+)*",
            message =
                "This isn't a rule of RFC 5545, in capitals; write one such as FREQ=WEEKLY;BYDAY=MO.")
        String rule,
    @NotNull(message = "Say from when on: send start, such as 2026-11-30T09:00.")
        @Pattern(
            regexp = TIME,
            message = "The start is a date and a time without a zone, such as 2026-11-30T09:00.")
        String start,
    @Nullable
        @Pattern(
            regexp = DAY_OR_TIME,
            message =
                "The end is a day or a time without a zone, such as 2027-06-30 or 2027-06-30T09:00.")
        String end,
    @Nullable
        @Size(max = 366, message = "At most 366 days can be left out; end the series instead.")
        List<
                @NotNull(message = "A day that is left out is missing.")
                @Pattern(
                    regexp = DAY_OR_TIME,
                    message =
                        "What is left out is a day or a time without a zone, such as 2026-12-28.")
                String>
            exceptions) {
  private static final String TIME = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?";
  private static final String DAY_OR_TIME =
      "[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?)?";

  RecurrenceDeclaration declaration() {
    return new RecurrenceDeclaration(
        rule, start, end, exceptions == null ? List.of() : List.copyOf(exceptions));
  }
}
