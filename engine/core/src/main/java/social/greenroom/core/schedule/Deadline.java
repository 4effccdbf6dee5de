package social.greenroom.core.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The moment after which a request lets none of its posts go out: the offer has ended, the event is
 * over. No approval reaches beyond it.
 *
 * @param at the last instant at which a post may still go out
 * @param zone the talent's, in which it is told
 */
public record Deadline(Instant at, ZoneId zone) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH);

  public boolean allows(Instant time) {
    return !time.isAfter(at);
  }

  /** For a person: until when, and which field says so. */
  public String sentence() {
    return "The request lets nothing go out after %s (its scheduleHint.notAfter)."
        .formatted(TIME.format(at.atZone(zone)));
  }
}
