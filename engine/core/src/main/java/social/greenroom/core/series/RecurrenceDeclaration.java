package social.greenroom.core.series;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When something recurs, as it is declared. All times are meant on the talent's clock.
 *
 * @param rule an RFC 5545 rule, such as {@code FREQ=WEEKLY;BYDAY=MO}
 * @param start the first possible time, such as {@code 2026-11-23T09:00}; its time of day is that
 *     of every occurrence, unless the rule says another
 * @param end the last possible time, or day; null for none
 * @param exceptions days, or times, at which it doesn't occur
 */
public record RecurrenceDeclaration(
    String rule, String start, @Nullable String end, List<String> exceptions) {
  public RecurrenceDeclaration {
    exceptions = List.copyOf(exceptions);
  }

  /** Every so many days, the first time so many days after that time. */
  public static RecurrenceDeclaration everyDays(int days, LocalDateTime after) {
    return new RecurrenceDeclaration(
        "FREQ=DAILY;INTERVAL=" + days, after.plusDays(days).toString(), null, List.of());
  }
}
