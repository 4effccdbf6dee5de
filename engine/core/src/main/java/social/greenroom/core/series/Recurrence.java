package social.greenroom.core.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/**
 * The times at which something recurs: an RFC 5545 rule on the talent's clock, between a start and
 * an end, without exceptions. An exception takes one of the rule's COUNT with it, as the RFC has
 * it. Of two times that the clocks let fall together one counts, and a day that the zone's calendar
 * left out has none.
 */
public final class Recurrence {
  /** What a single look goes through; a rule of more times than that is refused at its start. */
  private static final int MOST = 20_000;

  /** Nothing is posted more often than that by one series. */
  private static final Duration LEAST_APART = Duration.ofHours(1);

  /** How many of the first times are looked at for {@link #LEAST_APART}. */
  private static final int LOOKED_AT = 50;

  private final RecurrenceRule rule;
  private final LocalDateTime start;
  private final @Nullable LocalDateTime end;
  private final Exceptions exceptions;
  private final ZoneId zone;

  private Recurrence(
      RecurrenceRule rule,
      LocalDateTime start,
      @Nullable LocalDateTime end,
      Exceptions exceptions,
      ZoneId zone) {
    this.rule = rule;
    this.start = start;
    this.end = end;
    this.exceptions = exceptions;
    this.zone = zone;
  }

  /**
   * @param zone the talent's
   * @throws InvalidRecurrenceException when a field can't be read, when nothing ever occurs, or
   *     more often than once an hour
   */
  public static Recurrence of(RecurrenceDeclaration declared, ZoneId zone)
      throws InvalidRecurrenceException {
    var read = new DeclarationReader(declared, zone);
    var recurrence = new Recurrence(read.rule(), read.start(), read.end(), read.exceptions(), zone);
    recurrence.demandSome(declared.rule());
    return recurrence;
  }

  private void demandSome(String words) throws InvalidRecurrenceException {
    var first = list(Instant.MIN, Instant.MAX, LOOKED_AT);
    if (first.isEmpty()) {
      throw new InvalidRecurrenceException(
          "recurrence.rule: %s never occurs from %s on; change the rule, start, end or exceptions."
              .formatted(words, start));
    }
    for (int i = 1; i < first.size(); i++) {
      var apart = Duration.between(first.get(i - 1).at(), first.get(i).at());
      if (apart.compareTo(LEAST_APART) < 0) {
        throw new InvalidRecurrenceException(
            "recurrence.rule: %s occurs twice within an hour; take out times until an hour lies between any two."
                .formatted(words));
      }
    }
  }

  /** The first time after that moment; empty when there is none any more. */
  public Optional<Occurrence> next(Instant after) {
    return list(after, Instant.MAX, 1).stream().findFirst();
  }

  /**
   * The times after the one moment until the other, which is one of them if something occurs then.
   *
   * @param limit how many at most, the earliest first
   */
  public List<Occurrence> between(Instant after, Instant until, int limit) {
    return list(after, until, limit);
  }

  private List<Occurrence> list(Instant after, Instant until, int limit) {
    var found = new ArrayList<Occurrence>();
    try {
      var times = rule.iterator(dateTime(start));
      skipTo(after, times);
      Instant before = null;
      for (int i = 0; i < MOST && found.size() < limit && times.hasNext(); i++) {
        var local = local(times.nextDateTime());
        if (end != null && local.isAfter(end)) {
          break;
        }
        var zoned = local.atZone(zone);
        var at = zoned.toInstant();
        if (at.isAfter(until)) {
          break;
        }
        if (!zoned.toLocalDate().equals(local.toLocalDate())) {
          continue;
        }
        var counts = !at.equals(before) && !exceptions.hold(local);
        before = at;
        if (counts && at.isAfter(after)) {
          found.add(new Occurrence(local, at));
        }
      }
    } catch (IllegalArgumentException e) {
      // The rule asks for what no calendar has, such as 30 February; it tells so by giving up.
      return found;
    }
    return found;
  }

  /** A day too early, since the moment is none of the rule's own clock. */
  private void skipTo(Instant after, RecurrenceRuleIterator times) {
    if (after.isAfter(start.atZone(zone).toInstant())) {
      times.fastForward(dateTime(after.atZone(zone).toLocalDateTime().minusDays(2)));
    }
  }

  private static DateTime dateTime(LocalDateTime local) {
    return new DateTime(
        local.getYear(),
        local.getMonthValue() - 1,
        local.getDayOfMonth(),
        local.getHour(),
        local.getMinute(),
        local.getSecond());
  }

  private static LocalDateTime local(DateTime time) {
    return LocalDateTime.of(
        time.getYear(),
        time.getMonth() + 1,
        time.getDayOfMonth(),
        time.getHours(),
        time.getMinutes(),
        time.getSeconds());
  }
}
