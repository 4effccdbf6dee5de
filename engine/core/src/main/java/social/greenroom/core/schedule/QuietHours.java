package social.greenroom.core.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Hours of every day in which nothing goes out, on the talent's clock.
 *
 * @param from when they begin
 * @param until when they end; before {@code from} where they last over midnight
 */
public record QuietHours(LocalTime from, LocalTime until) {
  /** At least this much of a day is left for posts. */
  public static final Duration LEAST_OPEN = Duration.ofHours(1);

  public QuietHours {
    if (open(from, until).compareTo(LEAST_OPEN) < 0) {
      throw new IllegalArgumentException(
          "The quiet hours leave less than an hour of the day; end them earlier.");
    }
  }

  private static Duration open(LocalTime from, LocalTime until) {
    var open = Duration.between(until, from);
    return open.isNegative() ? open.plusDays(1) : open;
  }

  /**
   * When the quiet hours end in which that instant lies; empty where it lies in none. While the
   * clock shows a quiet time it is quiet: of a time that comes twice they begin with the first and
   * end with the second, and what the clock jumps over begins and ends with the jump.
   */
  Optional<Instant> endOf(Instant at, ZoneId zone) {
    var date = at.atZone(zone).toLocalDate();
    // The clock may have been put back over midnight since they began.
    return Stream.of(date.minusDays(1), date, date.plusDays(1))
        .map(begins -> endOf(at, begins, zone))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder());
  }

  private Optional<Instant> endOf(Instant at, LocalDate begins, ZoneId zone) {
    var begin = instant(begins.atTime(from), zone, false);
    var ends = until.isAfter(from) ? begins : begins.plusDays(1);
    var end = instant(ends.atTime(until), zone, true);
    return at.isBefore(begin) || !at.isBefore(end) ? Optional.empty() : Optional.of(end);
  }

  private static Instant instant(LocalDateTime local, ZoneId zone, boolean later) {
    var jump = zone.getRules().getTransition(local);
    if (jump != null && jump.isGap()) {
      return jump.getInstant();
    }
    var time = local.atZone(zone);
    return (later ? time.withLaterOffsetAtOverlap() : time.withEarlierOffsetAtOverlap())
        .toInstant();
  }

  /** For a person, for example "quiet hours 22:00 to 08:00". */
  public String words() {
    return "quiet hours %s to %s".formatted(from, until);
  }
}
