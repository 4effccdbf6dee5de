package social.greenroom.core.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days over which posts are spaced out, on each talent's own calendar.
 *
 * @param count how many, from 1 to {@value #MOST}
 */
public record SpacingDays(LocalDate first, int count) {
  /** The most days at once. */
  public static final int MOST = 60;

  public SpacingDays {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(
          "Posts are spaced out over 1 to %d days, not %d.".formatted(MOST, count));
    }
  }

  /** The first instant of them. */
  public Instant begin(ZoneId zone) {
    return first.atStartOfDay(zone).toInstant();
  }

  /** The first instant after them. */
  public Instant end(ZoneId zone) {
    return first.plusDays(count).atStartOfDay(zone).toInstant();
  }
}
