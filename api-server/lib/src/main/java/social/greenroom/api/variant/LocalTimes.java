package social.greenroom.api.variant;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes instants as people say them, on the talent's own clock. */
record LocalTimes(ZoneId zone) {
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("EEEE d MMMM 'at' HH:mm", Locale.ENGLISH);

  /** For example "Saturday 21 November at 18:00 (Europe/Lisbon)". */
  String words(Instant at) {
    return "%s (%s)".formatted(WORDS.format(at.atZone(zone)), zone.getId());
  }
}
