package social.greenroom.core.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A time of the week at which an account posts, on the talent's own clock. */
public record WeeklySlot(DayOfWeek day, LocalTime time) implements Comparable<WeeklySlot> {
  /** 09:00 and 17:00 every day, for accounts that name none. */
  public static final List<WeeklySlot> DEFAULTS = defaults();

  private static final Comparator<WeeklySlot> ORDER =
      Comparator.comparing(WeeklySlot::day).thenComparing(WeeklySlot::time);

  /**
   * When the slot is on that date. A time the clocks jump over comes as much later as they jump; of
   * a time that comes twice it is the first ({@link java.time.ZonedDateTime#ofLocal}).
   */
  public Instant on(LocalDate date, ZoneId zone) {
    return date.atTime(time).atZone(zone).toInstant();
  }

  @Override
  public int compareTo(WeeklySlot other) {
    return ORDER.compare(this, other);
  }

  private static List<WeeklySlot> defaults() {
    var slots = new ArrayList<WeeklySlot>();
    for (var day : DayOfWeek.values()) {
      slots.add(new WeeklySlot(day, LocalTime.of(9, 0)));
      slots.add(new WeeklySlot(day, LocalTime.of(17, 0)));
    }
    return List.copyOf(slots);
  }
}
