package social.greenroom.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every change of the clocks of every zone that Java knows, from 2024 to 2030. */
class ClockChangeTest {
  private static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2031-01-01T00:00:00Z");
  private static final List<Change> CHANGES =
      ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).flatMap(Change::in).toList();

  record Change(ZoneId zone, ZoneOffsetTransition transition) {
    static Stream<Change> in(ZoneId zone) {
      return Stream.iterate(
              zone.getRules().nextTransition(FROM),
              change -> change != null && change.getInstant().isBefore(UNTIL),
              change -> zone.getRules().nextTransition(change.getInstant()))
          .map(change -> new Change(zone, change));
    }
  }

  @Example
  void thereAreMany() {
    assertThat(CHANGES).hasSizeGreaterThan(1_000);
  }

  @Property(tries = 2_000)
  void aSlotThatTheClocksJumpOverComesAsMuchLater(
      @ForAll("changes") Change change, @ForAll("part") double part) {
    if (!change.transition().isGap()) {
      return;
    }
    var length = change.transition().getDuration();
    var skipped = change.transition().getDateTimeBefore().plus(within(length, part));
    var slot = new WeeklySlot(skipped.getDayOfWeek(), skipped.toLocalTime());
    assertThat(
            slot.on(skipped.toLocalDate(), change.zone()).atZone(change.zone()).toLocalDateTime())
        .isEqualTo(skipped.plus(length));
  }

  @Property(tries = 2_000)
  void aSlotThatComesTwiceIsTheFirst(
      @ForAll("changes") Change change, @ForAll("part") double part) {
    if (!change.transition().isOverlap()) {
      return;
    }
    var length = change.transition().getDuration().abs();
    var doubled = change.transition().getDateTimeAfter().plus(within(length, part));
    var slot = new WeeklySlot(doubled.getDayOfWeek(), doubled.toLocalTime());
    var at = slot.on(doubled.toLocalDate(), change.zone());
    assertThat(at).isEqualTo(doubled.toInstant(change.transition().getOffsetBefore()));
    assertThat(at).isBefore(change.transition().getInstant());
  }

  @Property(tries = 2_000)
  void aDayHoldsItsCapHoweverLongItIs(@ForAll("changes") Change change) {
    var zone = change.zone();
    var day = change.transition().getInstant().atZone(zone).toLocalDate();
    var begins = day.atStartOfDay(zone).toInstant();
    var ends = day.plusDays(1).atStartOfDay(zone).toInstant();
    var rules = new PostingRules(zone, List.of(), 1, Duration.ZERO, List.of());
    var taken = List.of(begins);
    assertThat(Schedule.check(rules, ends.minusMillis(1), taken).map(Violation::earliest))
        .hasValue(ends);
    assertThat(Schedule.check(rules, ends, taken)).isEmpty();
    assertThat(Schedule.check(rules, begins.minusMillis(1), taken)).isEmpty();
  }

  @Property(tries = 2_000)
  void theCooldownIsMeasuredInTimeThatPasses(@ForAll("changes") Change change) {
    var four = Duration.ofHours(4);
    var rules = new PostingRules(change.zone(), List.of(), 99, four, List.of());
    var before = change.transition().getInstant().minusSeconds(3600);
    assertThat(Schedule.check(rules, before.plus(four).minusMillis(1), List.of(before)))
        .isPresent();
    assertThat(Schedule.check(rules, before.plus(four), List.of(before))).isEmpty();
  }

  @Property(tries = 2_000)
  void whoMovesKeepsTheTimeOfDayWhereItExists(
      @ForAll("zones") ZoneId from, @ForAll("zones") ZoneId to, @ForAll("instants") Instant at) {
    var wanted = at.atZone(from).toLocalDateTime();
    var moved = new ZoneMove(from, to).sameTimeOfDay(at);
    if (to.getRules().getValidOffsets(wanted).isEmpty()) {
      assertThat(moved.atZone(to).toLocalDateTime()).isAfter(wanted);
    } else {
      assertThat(moved.atZone(to).toLocalDateTime()).isEqualTo(wanted);
    }
    assertThat(new ZoneMove(from, from).sameTimeOfDay(at).atZone(from).toLocalDateTime())
        .isEqualTo(wanted);
  }

  @Property(tries = 500)
  void everyLeapDayHasItsSlots(@ForAll("zones") ZoneId zone) {
    for (var year : List.of(2024, 2028)) {
      var leapDay = LocalDate.of(year, 2, 29);
      assertThat(Year.isLeap(year)).isTrue();
      var rules =
          new PostingRules(
              zone,
              List.of(new WeeklySlot(leapDay.getDayOfWeek(), LocalTime.NOON)),
              1,
              Duration.ZERO,
              List.of());
      var noon = leapDay.atTime(LocalTime.NOON).atZone(zone).toInstant();
      assertThat(Schedule.nextSlot(rules, noon.minusSeconds(1), List.of()).map(Placement::at))
          .hasValue(noon);
    }
  }

  @Example
  void nineInStockholmIsNineInNewYorkAfterTheMove() {
    var nine = Instant.parse("2026-11-24T08:00:00Z");
    var move = new ZoneMove(ZoneId.of("Europe/Stockholm"), ZoneId.of("America/New_York"));
    assertThat(move.sameTimeOfDay(nine)).isEqualTo("2026-11-24T14:00:00Z");
    assertThat(move.sentence()).contains("Europe/Stockholm", "America/New_York", "time of day");
  }

  private static Duration within(Duration length, double part) {
    return Duration.ofSeconds((long) (length.toSeconds() * part));
  }

  @Provide
  Arbitrary<Change> changes() {
    return Arbitraries.of(CHANGES);
  }

  @Provide
  Arbitrary<Double> part() {
    return Arbitraries.doubles().between(0, 0.99);
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().toList()).map(ZoneId::of);
  }

  @Provide
  Arbitrary<Instant> instants() {
    return Combinators.combine(
            Arbitraries.of(CHANGES).map(change -> change.transition().getInstant()),
            Arbitraries.integers().between(-3 * 1440, 3 * 1440))
        .as((at, minutes) -> at.plus(Duration.ofMinutes(minutes)).atOffset(ZoneOffset.UTC))
        .map(at -> at.toInstant());
  }
}
