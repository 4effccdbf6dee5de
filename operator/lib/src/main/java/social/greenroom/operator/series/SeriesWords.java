package social.greenroom.operator.series;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.series.Occurrence;

/** What people read about a series' times. */
final class SeriesWords {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu 'at' HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmm", Locale.ROOT);
  private static final DateTimeFormatter NAME_TO_THE_SECOND =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

  /** Of the series' name; the rest holds the time, and a name has 253 characters at most. */
  private static final int NAME_MAX = 230;

  private SeriesWords() {}

  /** For example "Monday 23 November 2026 at 09:00 (Europe/Berlin)". */
  static String time(Instant at, ZoneId zone) {
    return "%s (%s)".formatted(TIME.format(at.atZone(zone)), zone.getId());
  }

  static String missed(Instant at, ZoneId zone, @Nullable String hold) {
    return "%s passed without a draft: %s"
        .formatted(time(at, zone), hold == null ? "nothing could be made then." : hold);
  }

  /** Of one or more, oldest first. */
  static String missed(List<Occurrence> missed, ZoneId zone, @Nullable String hold) {
    var latest = missed(missed.get(missed.size() - 1).at(), zone, hold);
    return missed.size() == 1
        ? latest
        : "%d times were missed. The last: %s".formatted(missed.size(), latest);
  }

  /** The name of a time's PostRequest: the same whoever makes it, and whenever. */
  static String requestName(String series, LocalDateTime local) {
    var time = local.getSecond() == 0 ? NAME.format(local) : NAME_TO_THE_SECOND.format(local);
    return "%s-%s".formatted(series.length() <= NAME_MAX ? series : shortened(series), time);
  }

  /** Two long names that begin alike stay two. */
  private static String shortened(String series) {
    var begins = series.substring(0, NAME_MAX - 9).replaceAll("[.-]+$", "");
    return "%s-%08x".formatted(begins, series.hashCode());
  }
}
