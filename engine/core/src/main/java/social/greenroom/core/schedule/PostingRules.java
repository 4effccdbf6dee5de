package social.greenroom.core.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * When one account may post.
 *
 * @param zone the talent's time zone: slots and days are meant in it
 * @param slots the week's slots; {@link WeeklySlot#DEFAULTS} when none are given
 * @param dailyCap how many posts a local day holds; 0 stops all
 * @param cooldown the least time between two posts of the account
 * @param blackouts times in which nothing goes out
 */
public record PostingRules(
    ZoneId zone,
    List<WeeklySlot> slots,
    int dailyCap,
    Duration cooldown,
    List<Blackout> blackouts) {
  /** Posts a day where nobody says. */
  public static final int DEFAULT_DAILY_CAP = 2;

  /** Between two posts where nobody says. */
  public static final Duration DEFAULT_COOLDOWN = Duration.ofHours(4);

  public PostingRules {
    slots = slots.isEmpty() ? WeeklySlot.DEFAULTS : slots.stream().distinct().sorted().toList();
    blackouts = List.copyOf(blackouts);
    if (dailyCap < 0) {
      throw new IllegalArgumentException("The daily cap is negative; use 0 to stop all posts.");
    }
    if (cooldown.isNegative()) {
      throw new IllegalArgumentException("The cooldown is negative; use 0 for none.");
    }
  }

  /** The rules of an account for which nobody set any. */
  public static PostingRules standard(ZoneId zone) {
    return new PostingRules(zone, List.of(), DEFAULT_DAILY_CAP, DEFAULT_COOLDOWN, List.of());
  }

  /** The day on the talent's calendar. */
  public LocalDate localDay(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  /**
   * That date's slots as instants, in order; two that fall together after a clock change are one. A
   * day that the zone's calendar left out (Samoa's 30 December 2011) has none.
   */
  List<Instant> slotsOn(LocalDate date) {
    return slots.stream()
        .filter(slot -> slot.day() == date.getDayOfWeek())
        .map(slot -> slot.on(date, zone))
        .filter(at -> localDay(at).equals(date))
        .distinct()
        .sorted()
        .toList();
  }
}
