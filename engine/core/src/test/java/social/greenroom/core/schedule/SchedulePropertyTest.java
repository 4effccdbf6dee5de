package social.greenroom.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/**
 * The schedule against java.time, in zones whose clocks jump by an hour, half an hour and a day.
 */
class SchedulePropertyTest {
  /** Around changes of the clocks, a leap day, and the day that Samoa left out. */
  private static final List<String> MOMENTS =
      List.of(
          "2026-10-24T00:00:00Z",
          "2027-03-27T00:00:00Z",
          "2027-03-13T12:00:00Z",
          "2026-10-31T00:00:00Z",
          "2027-04-03T00:00:00Z",
          "2018-11-03T00:00:00Z",
          "2011-12-29T00:00:00Z",
          "2028-02-28T00:00:00Z",
          "2024-12-31T00:00:00Z");

  record Case(PostingRules rules, Instant after, List<Instant> taken) {}

  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  void theNextSlotIsTheFirstThatJavaTimeFinds(@ForAll("cases") Case given) {
    assertThat(Schedule.nextSlot(given.rules(), given.after(), given.taken()).map(Placement::at))
        .isEqualTo(bySearch(given));
  }

  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  void whatIsPlacedPassesTheCheck(@ForAll("cases") Case given) {
    Schedule.nextSlot(given.rules(), given.after(), given.taken())
        .ifPresent(
            placement ->
                assertThat(Schedule.check(given.rules(), placement.at(), given.taken())).isEmpty());
  }

  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  void theEarliestTimeIsTheFirstThatBreaksNoRule(@ForAll("cases") Case given) {
    var violation = Schedule.check(given.rules(), given.after(), given.taken());
    assertThat(violation.isEmpty()).isEqualTo(allowed(given, given.after()));
    violation.ifPresent(
        found -> {
          assertThat(found.sentence()).endsWith(".");
          assertThat(found.earliest() == null).isEqualTo(given.rules().dailyCap() == 0);
          if (found.earliest() != null) {
            assertThat(allowed(given, found.earliest())).isTrue();
            var before = Duration.between(given.after(), found.earliest());
            for (var i = 0; i < 50; i++) {
              assertThat(allowed(given, given.after().plus(before.multipliedBy(i).dividedBy(50))))
                  .isFalse();
            }
            assertThat(allowed(given, found.earliest().minusSeconds(1))).isFalse();
          }
        });
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void gapsFilledOneAfterTheOtherBreakNoRule(@ForAll("cases") Case given) {
    var until = given.after().plus(Duration.ofDays(9));
    var filled = new ArrayList<>(given.taken());
    for (var gap : Schedule.gaps(given.rules(), given.after(), until, given.taken())) {
      assertThat(gap).isAfter(given.after()).isBefore(until);
      assertThat(Schedule.check(given.rules(), gap, filled)).isEmpty();
      filled.add(gap);
    }
    assertThat(
            Schedule.nextSlot(given.rules(), given.after(), filled)
                .filter(next -> next.at().isBefore(until)))
        .isEmpty();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void whatAllAccountsFillKeepsTheTalentsDay(
      @ForAll("cases") Case one, @ForAll("cases") Case other, @ForAll @IntRange(max = 3) int cap) {
    var zone = one.rules().zone();
    var until = one.after().plus(Duration.ofDays(9));
    var proposed = new ArrayList<Instant>();
    for (var account : List.of(one, other)) {
      var gaps =
          new TalentDay(zone, cap, one.taken())
              .and(proposed)
              .gaps(account.rules(), one.after(), until, account.taken());
      proposed.addAll(gaps);
    }
    var days = new HashMap<LocalDate, Integer>();
    Stream.of(one.taken(), proposed)
        .flatMap(List::stream)
        .forEach(at -> days.merge(at.atZone(zone).toLocalDate(), 1, Integer::sum));
    assertThat(proposed)
        .allSatisfy(at -> assertThat(days.get(at.atZone(zone).toLocalDate())).isBetween(1, cap));
  }

  private static Optional<Instant> bySearch(Case given) {
    var zone = given.rules().zone();
    var day = given.after().atZone(zone).toLocalDate();
    return day.datesUntil(day.plusDays(366))
        .flatMap(
            date ->
                given.rules().slots().stream()
                    .filter(slot -> slot.day() == date.getDayOfWeek())
                    .map(slot -> ZonedDateTime.of(date, slot.time(), zone))
                    .filter(at -> at.toLocalDate().equals(date))
                    .map(ZonedDateTime::toInstant))
        .filter(at -> at.isAfter(given.after()) && allowed(given, at))
        .min(Instant::compareTo);
  }

  private static boolean allowed(Case given, Instant at) {
    var rules = given.rules();
    var day = at.atZone(rules.zone()).toLocalDate();
    return rules.blackouts().stream()
            .noneMatch(b -> b.from().compareTo(at) <= 0 && at.compareTo(b.to()) < 0)
        && given.taken().stream()
                .filter(t -> t.atZone(rules.zone()).toLocalDate().equals(day))
                .count()
            < rules.dailyCap()
        && given.taken().stream()
            .allMatch(
                t ->
                    Math.abs(t.getEpochSecond() - at.getEpochSecond())
                        >= rules.cooldown().toSeconds());
  }

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.of(MOMENTS)
        .map(Instant::parse)
        .flatMap(
            moment ->
                Combinators.combine(rules(moment), near(moment), near(moment).list().ofMaxSize(6))
                    .as(Case::new));
  }

  private static Arbitrary<PostingRules> rules(Instant moment) {
    var slots =
        Combinators.combine(
                Arbitraries.of(DayOfWeek.class),
                Arbitraries.integers().between(0, 23),
                Arbitraries.of(0, 15, 30, 59))
            .as((day, hour, minute) -> new WeeklySlot(day, LocalTime.of(hour, minute)))
            .list()
            .ofMaxSize(12);
    var blackouts =
        Combinators.combine(near(moment), Arbitraries.integers().between(0, 72))
            .as((from, hours) -> new Blackout(from, from.plus(Duration.ofHours(hours)), "rest"))
            .list()
            .ofMaxSize(2);
    return Combinators.combine(
            Arbitraries.of(
                    "Europe/Berlin",
                    "America/New_York",
                    "Australia/Lord_Howe",
                    "America/Sao_Paulo",
                    "Pacific/Apia",
                    "Asia/Kolkata",
                    "Africa/Cairo",
                    "UTC")
                .map(ZoneId::of),
            slots,
            Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.integers().between(1, 4)),
                Tuple.of(1, Arbitraries.just(0))),
            Arbitraries.integers().between(1, 600).map(Duration::ofMinutes),
            blackouts)
        .as(PostingRules::new);
  }

  private static Arbitrary<Instant> near(Instant moment) {
    return Arbitraries.integers()
        .between(-60, 4 * 24 * 60)
        .map(minutes -> moment.plus(Duration.ofMinutes(minutes)));
  }
}
