package social.greenroom.core.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Recurrences against a search through every day with java.time. */
class RecurrencePropertyTest {
  private static final int DAYS = 1_200;

  /** The day of the case's search, and whether the rule means it. */
  record Part(String words, LocalDate start, Predicate<LocalDate> means) {}

  /**
   * @param count null for none
   * @param lasts days from the start to the end; null for no end
   * @param excepted days from the start
   * @param asked hours from the start after which is asked
   */
  record Case(
      Part part,
      LocalTime time,
      ZoneId zone,
      Integer count,
      Integer lasts,
      Set<Integer> excepted,
      int asked) {}

  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void everyTimeIsOneThatJavaTimeFinds(@ForAll("cases") Case given) {
    var expected = bySearch(given);
    var after = after(given);
    var until = given.part().start().plusDays(DAYS - 3).atTime(given.time()).atZone(given.zone());
    try {
      assertThat(recurrence(given).between(after, until.toInstant(), 5_000))
          .extracting(Occurrence::at)
          .isEqualTo(
              expected.stream()
                  .filter(at -> at.isAfter(after) && !at.isAfter(until.toInstant()))
                  .toList());
    } catch (InvalidRecurrenceException e) {
      assertThat(expected).as(e.getMessage()).isEmpty();
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void theNextIsTheFirstAfterTheMoment(@ForAll("cases") Case given) {
    var expected = bySearch(given).stream().filter(at -> at.isAfter(after(given))).findFirst();
    try {
      var found = recurrence(given).next(after(given)).map(Occurrence::at);
      if (expected.isPresent()) {
        assertThat(found).isEqualTo(expected);
      } else {
        found.ifPresent(
            at ->
                assertThat(at)
                    .isAfter(
                        given
                            .part()
                            .start()
                            .plusDays(DAYS - 1)
                            .atStartOfDay(given.zone())
                            .toInstant()));
      }
    } catch (InvalidRecurrenceException e) {
      assertThat(bySearch(given)).isEmpty();
    }
  }

  private static Recurrence recurrence(Case given) throws InvalidRecurrenceException {
    var start = given.part().start();
    return Recurrence.of(
        new RecurrenceDeclaration(
            given.part().words() + (given.count() == null ? "" : ";COUNT=" + given.count()),
            start.atTime(given.time()).toString(),
            given.lasts() == null ? null : start.plusDays(given.lasts()).toString(),
            given.excepted().stream().map(days -> start.plusDays(days).toString()).toList()),
        given.zone());
  }

  private static Instant after(Case given) {
    return given
        .part()
        .start()
        .atTime(given.time())
        .atZone(given.zone())
        .toInstant()
        .plus(given.asked(), ChronoUnit.HOURS);
  }

  private static List<Instant> bySearch(Case given) {
    var found = new ArrayList<Instant>();
    var left = given.count() == null ? Integer.MAX_VALUE : given.count();
    var start = given.part().start();
    for (int i = 0; i < DAYS && left > 0; i++) {
      var day = start.plusDays(i);
      if (!given.part().means().test(day)) {
        continue;
      }
      left--;
      var zoned = LocalDateTime.of(day, given.time()).atZone(given.zone());
      var within = given.lasts() == null || i <= given.lasts();
      if (within && !given.excepted().contains(i) && zoned.toLocalDate().equals(day)) {
        found.add(zoned.toInstant());
      }
    }
    return found;
  }

  @Provide
  Arbitrary<Case> cases() {
    var times =
        Arbitraries.of("00:00", "00:30", "02:00", "02:30", "09:00", "23:59").map(LocalTime::parse);
    var zones =
        Arbitraries.of(
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "Asia/Beirut",
                "UTC")
            .map(ZoneId::of);
    return Combinators.combine(
            parts(),
            times,
            zones,
            Arbitraries.integers().between(1, 40).injectNull(0.6),
            Arbitraries.integers().between(0, 900).injectNull(0.6),
            Arbitraries.integers().between(0, 60).set().ofMaxSize(6),
            Arbitraries.oneOf(
                Arbitraries.integers().between(-48, 500),
                Arbitraries.integers().between(-48, 20_000)))
        .as(Case::new);
  }

  private static Arbitrary<Part> parts() {
    var starts =
        Arbitraries.of(
                "2011-12-20", "2023-12-31", "2024-02-29", "2026-03-20", "2026-10-20", "2027-01-31")
            .map(LocalDate::parse)
            .flatMap(day -> Arbitraries.integers().between(0, 9).map(day::plusDays));
    var interval = Arbitraries.integers().between(1, 5);
    var weekdays = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1).ofMaxSize(4);
    return Arbitraries.oneOf(
        Combinators.combine(starts, interval).as(RecurrencePropertyTest::daily),
        Combinators.combine(starts, interval, weekdays).as(RecurrencePropertyTest::weekly),
        Combinators.combine(
                starts, interval, Arbitraries.integers().between(-31, 31).filter(n -> n != 0))
            .as(RecurrencePropertyTest::monthly),
        Combinators.combine(
                starts,
                interval,
                Arbitraries.integers().between(-5, 5).filter(n -> n != 0),
                Arbitraries.of(DayOfWeek.class))
            .as(RecurrencePropertyTest::nthWeekday),
        Combinators.combine(
                starts,
                Arbitraries.integers().between(1, 12),
                Arbitraries.integers().between(1, 31))
            .as(RecurrencePropertyTest::yearly));
  }

  private static Part daily(LocalDate start, int interval) {
    return new Part(
        "FREQ=DAILY;INTERVAL=" + interval,
        start,
        day -> ChronoUnit.DAYS.between(start, day) % interval == 0);
  }

  private static Part weekly(LocalDate start, int interval, Set<DayOfWeek> days) {
    var monday = start.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return new Part(
        "FREQ=WEEKLY;INTERVAL=%d;BYDAY=%s"
            .formatted(
                interval,
                days.stream().map(RecurrencePropertyTest::word).collect(Collectors.joining(","))),
        start,
        day ->
            days.contains(day.getDayOfWeek())
                && ChronoUnit.WEEKS.between(monday, day) % interval == 0);
  }

  private static Part monthly(LocalDate start, int interval, int dayOfMonth) {
    return new Part(
        "FREQ=MONTHLY;INTERVAL=%d;BYMONTHDAY=%d".formatted(interval, dayOfMonth),
        start,
        day ->
            months(start, day) % interval == 0
                && day.getDayOfMonth()
                    == (dayOfMonth > 0 ? dayOfMonth : day.lengthOfMonth() + 1 + dayOfMonth));
  }

  private static Part nthWeekday(LocalDate start, int interval, int nth, DayOfWeek weekday) {
    return new Part(
        "FREQ=MONTHLY;INTERVAL=%d;BYDAY=%d%s".formatted(interval, nth, word(weekday)),
        start,
        day -> {
          var fromFront = (day.getDayOfMonth() - 1) / 7 + 1;
          var fromBack = (day.lengthOfMonth() - day.getDayOfMonth()) / 7 + 1;
          return months(start, day) % interval == 0
              && day.getDayOfWeek() == weekday
              && (nth > 0 ? fromFront == nth : fromBack == -nth);
        });
  }

  private static Part yearly(LocalDate start, int month, int dayOfMonth) {
    return new Part(
        "FREQ=YEARLY;BYMONTH=%d;BYMONTHDAY=%d".formatted(month, dayOfMonth),
        start,
        day -> day.getMonthValue() == month && day.getDayOfMonth() == dayOfMonth);
  }

  private static long months(LocalDate start, LocalDate day) {
    return ChronoUnit.MONTHS.between(start.withDayOfMonth(1), day.withDayOfMonth(1));
  }

  private static String word(DayOfWeek day) {
    return day.name().substring(0, 2).toUpperCase(Locale.ROOT);
  }
}
