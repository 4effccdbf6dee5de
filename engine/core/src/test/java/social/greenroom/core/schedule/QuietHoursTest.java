package social.greenroom.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class QuietHoursTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** Around changes of the clocks, by day, by night, over midnight, and of a whole day. */
  private static final List<String> MOMENTS =
      List.of(
          "2026-10-24T12:00:00Z",
          "2027-03-27T12:00:00Z",
          "2018-11-03T12:00:00Z",
          "2018-02-17T12:00:00Z",
          "2011-12-29T00:00:00Z",
          "2027-04-03T00:00:00Z",
          "2026-11-20T00:00:00Z");

  record Case(QuietHours hours, ZoneId zone, Instant at) {
    boolean quiet(Instant when) {
      return hours.endOf(when, zone).isPresent();
    }

    boolean shownAsQuiet(Instant when) {
      var time = when.atZone(zone).toLocalTime();
      return hours.until().isAfter(hours.from())
          ? !time.isBefore(hours.from()) && time.isBefore(hours.until())
          : !time.isBefore(hours.from()) || time.isBefore(hours.until());
    }
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void itIsQuietWheneverTheClockShowsAQuietTime(@ForAll("cases") Case given) {
    assertThat(given.quiet(given.at())).isTrue();
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void itEndsLaterAndIsQuietUntilThen(@ForAll("cases") Case given) {
    var end = given.hours().endOf(given.at(), given.zone()).orElseThrow();
    assertThat(end).isAfter(given.at());
    assertThat(Duration.between(given.at(), end)).isLessThan(Duration.ofHours(49));
    var wait = Duration.between(given.at(), end);
    for (var i = 0; i < 30; i++) {
      assertThat(given.quiet(given.at().plus(wait.multipliedBy(i).dividedBy(30)))).isTrue();
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void whereNoClockChangesItIsQuietAtNoOtherTime(@ForAll("cases") Case given) {
    var utc = new Case(given.hours(), ZoneId.of("Asia/Kolkata"), given.at());
    assertThat(utc.quiet(given.at())).isEqualTo(utc.shownAsQuiet(given.at()));
  }

  @Test
  void aNightIsQuietOverMidnight() {
    var night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0));
    assertThat(night.endOf(Instant.parse("2026-11-20T20:59:59Z"), BERLIN)).isEmpty();
    assertThat(night.endOf(Instant.parse("2026-11-20T21:00:00Z"), BERLIN))
        .contains(Instant.parse("2026-11-21T07:00:00Z"));
    assertThat(night.endOf(Instant.parse("2026-11-21T06:59:59Z"), BERLIN))
        .contains(Instant.parse("2026-11-21T07:00:00Z"));
    assertThat(night.endOf(Instant.parse("2026-11-21T07:00:00Z"), BERLIN)).isEmpty();
  }

  @Test
  void ofAHourThatComesTwiceBothAreQuiet() {
    var hour = new QuietHours(LocalTime.of(2, 0), LocalTime.of(2, 30));
    var end = Instant.parse("2026-10-25T01:30:00Z");
    assertThat(hour.endOf(Instant.parse("2026-10-25T00:10:00Z"), BERLIN)).contains(end);
    assertThat(hour.endOf(Instant.parse("2026-10-25T01:10:00Z"), BERLIN)).contains(end);
  }

  @Test
  void whatTheClockJumpsOverEndsWithTheJump() {
    var night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30));
    assertThat(night.endOf(Instant.parse("2027-03-28T00:30:00Z"), BERLIN))
        .contains(Instant.parse("2027-03-28T01:00:00Z"));
  }

  @Test
  void aDayKeepsAnHourForPosts() {
    var noon = LocalTime.NOON;
    assertThat(new QuietHours(noon, noon.minusHours(1))).isNotNull();
    for (var until : List.of(noon, noon.minusMinutes(59))) {
      assertThatThrownBy(() -> new QuietHours(noon, until))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("less than an hour");
    }
  }

  /** Times at which the clock shows a quiet time. */
  @Provide
  Arbitrary<Case> cases() {
    var hours =
        Combinators.combine(
                Arbitraries.integers().between(0, 95), Arbitraries.integers().between(1, 92))
            .as(
                (from, quarters) ->
                    new QuietHours(
                        LocalTime.MIN.plusMinutes(15L * from),
                        LocalTime.MIN.plusMinutes(15L * (from + quarters))));
    var zones =
        Arbitraries.of(
                "Europe/Berlin",
                "America/Sao_Paulo",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "America/New_York",
                "UTC")
            .map(ZoneId::of);
    var times =
        Combinators.combine(Arbitraries.of(MOMENTS), Arbitraries.integers().between(0, 48 * 60))
            .as((moment, minutes) -> Instant.parse(moment).plus(Duration.ofMinutes(minutes)));
    return Combinators.combine(hours, zones, times)
        .as(Case::new)
        .filter(given -> given.shownAsQuiet(given.at()));
  }
}
