package social.greenroom.core.schedule;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A talent's move to another time zone. What was approved stays at the moment its owner said yes
 * to. What is only proposed keeps its time of day, as a slot does: nine in the morning is nine in
 * the morning.
 */
public record ZoneMove(ZoneId from, ZoneId to) {
  /**
   * The same date and time of day on the new clock; as {@link java.time.ZonedDateTime#ofLocal} has
   * it where that comes twice or never.
   */
  public Instant sameTimeOfDay(Instant at) {
    return at.atZone(from).toLocalDateTime().atZone(to).toInstant();
  }

  /** For people, about a proposed post. */
  public String sentence() {
    return "The talent's time zone changed from %s to %s; it keeps its time of day."
        .formatted(from, to);
  }
}
