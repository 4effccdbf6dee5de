package social.greenroom.core.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.jspecify.annotations.Nullable;

/** Reads a declaration's words; what can't be read is told with its field. */
final class DeclarationReader {
  private static final Set<Freq> TOO_OFTEN = Set.of(Freq.SECONDLY, Freq.MINUTELY, Freq.HOURLY);
  private static final LocalTime LAST = LocalTime.of(23, 59, 59);

  private final RecurrenceDeclaration declared;
  private final ZoneId zone;

  DeclarationReader(RecurrenceDeclaration declared, ZoneId zone) {
    this.declared = declared;
    this.zone = zone;
  }

  /** The rule without its UNTIL, which is part of {@link #end}. */
  RecurrenceRule rule() throws InvalidRecurrenceException {
    var rule = parsed();
    if (TOO_OFTEN.contains(rule.getFreq())) {
      throw new InvalidRecurrenceException(
          "recurrence.rule: FREQ=%s is too often for posts; use DAILY, with BYHOUR for several a day."
              .formatted(rule.getFreq()));
    }
    if (rule.getUntil() != null) {
      rule.setUntil(null);
    }
    return rule;
  }

  private RecurrenceRule parsed() throws InvalidRecurrenceException {
    try {
      return new RecurrenceRule(declared.rule(), RfcMode.RFC5545_STRICT);
    } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
      throw new InvalidRecurrenceException(
          "recurrence.rule: '%s' isn't a rule of RFC 5545 (%s); write one such as FREQ=WEEKLY;BYDAY=MO."
              .formatted(declared.rule(), e.getMessage()));
    }
  }

  LocalDateTime start() throws InvalidRecurrenceException {
    try {
      return LocalDateTime.parse(declared.start());
    } catch (DateTimeParseException e) {
      throw new InvalidRecurrenceException(
          "recurrence.start: '%s' isn't a date and a time that exist; write one such as 2026-11-23T09:00."
              .formatted(declared.start()));
    }
  }

  /** The earlier of what the declaration and its rule say. */
  @Nullable LocalDateTime end() throws InvalidRecurrenceException {
    var own = declared.end() == null ? null : last("end", declared.end());
    var until = parsed().getUntil();
    if (until == null) {
      return own;
    }
    var ofRule = local(until);
    return own == null || ofRule.isBefore(own) ? ofRule : own;
  }

  private LocalDateTime local(DateTime until) {
    if (until.isAllDay()) {
      return day(until).atTime(LAST);
    }
    return until.isFloating()
        ? day(until).atTime(until.getHours(), until.getMinutes(), until.getSeconds())
        : LocalDateTime.ofInstant(Instant.ofEpochMilli(until.getTimestamp()), zone);
  }

  private static LocalDate day(DateTime time) {
    return LocalDate.of(time.getYear(), time.getMonth() + 1, time.getDayOfMonth());
  }

  Exceptions exceptions() throws InvalidRecurrenceException {
    var days = new HashSet<LocalDate>();
    var times = new HashSet<LocalDateTime>();
    for (var words : declared.exceptions()) {
      var time = last("exceptions", words);
      if (isDay(words)) {
        days.add(time.toLocalDate());
      } else {
        times.add(time);
      }
    }
    return new Exceptions(days, times);
  }

  /** Of a day it is the last second. */
  private static LocalDateTime last(String field, String words) throws InvalidRecurrenceException {
    try {
      return isDay(words) ? LocalDate.parse(words).atTime(LAST) : LocalDateTime.parse(words);
    } catch (DateTimeParseException e) {
      throw new InvalidRecurrenceException(
          "recurrence.%s: '%s' isn't a day or a time that exists; write one such as 2026-12-28 or 2026-12-28T09:00."
              .formatted(field, words));
    }
  }

  private static boolean isDay(String words) {
    return !words.contains("T");
  }
}
