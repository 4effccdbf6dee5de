package social.greenroom.core.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Durations as the rules need them. */
final class Durations {
  private Durations() {}

  /** How far apart two instants are, whichever comes first. */
  static Duration between(Instant one, Instant other) {
    return Duration.between(one, other).abs();
  }

  /** For example "4 hours", "1 hour 30 minutes". */
  static String inWords(Duration duration) {
    var parts = new ArrayList<String>();
    add(parts, duration.toHours(), "hour");
    add(parts, duration.toMinutesPart(), "minute");
    add(parts, duration.toSecondsPart(), "second");
    return parts.isEmpty() ? "0 seconds" : String.join(" ", parts);
  }

  /** For example "7 days", or as {@link #inWords} where it isn't full days. */
  static String inDays(Duration duration) {
    var days = duration.toDays();
    return days > 0 && duration.equals(Duration.ofDays(days))
        ? "%d day%s".formatted(days, days == 1 ? "" : "s")
        : inWords(duration);
  }

  private static void add(List<String> parts, long count, String unit) {
    if (count > 0) {
      parts.add("%d %s%s".formatted(count, unit, count == 1 ? "" : "s"));
    }
  }
}
