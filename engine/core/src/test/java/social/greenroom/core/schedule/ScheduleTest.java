package social.greenroom.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final List<Blackout> NEVER_DARK = List.of();

  @Test
  void aTimeTheClocksJumpOverComesAsMuchLater() {
    var rules = sundays("02:30", BERLIN);
    assertThat(next(rules, "2027-03-27T12:00:00Z")).isEqualTo("2027-03-28T01:30:00Z"); // 03:30 CEST
    assertThat(next(rules, "2027-03-28T01:30:00Z")).isEqualTo("2027-04-04T00:30:00Z"); // 02:30 CEST
  }

  @Test
  void ofATimeThatComesTwiceItIsTheFirst() {
    var rules = sundays("02:30", BERLIN);
    assertThat(next(rules, "2026-10-24T12:00:00Z")).isEqualTo("2026-10-25T00:30:00Z"); // CEST
    assertThat(next(rules, "2026-10-25T00:30:00Z")).isEqualTo("2026-11-01T01:30:00Z"); // CET
  }

  @Test
  void clocksThatChangeByHalfAnHourAreMinded() {
    var rules = sundays("02:10", ZoneId.of("Australia/Lord_Howe"));
    assertThat(next(rules, "2026-10-03T12:00:00Z")).isEqualTo("2026-10-03T15:40:00Z"); // 02:40
  }

  @Test
  void aDayThatTheCalendarLeftOutHasNoSlots() {
    var rules =
        rules(
            ZoneId.of("Pacific/Apia"),
            List.of(new WeeklySlot(DayOfWeek.FRIDAY, LocalTime.of(9, 0))),
            1,
            NEVER_DARK);
    assertThat(next(rules, "2011-12-29T00:00:00Z")).isEqualTo("2012-01-05T19:00:00Z");
  }

  @Test
  void theLeapDayIsADay() {
    var rules =
        rules(
            BERLIN, List.of(new WeeklySlot(DayOfWeek.TUESDAY, LocalTime.of(9, 0))), 1, NEVER_DARK);
    assertThat(next(rules, "2028-02-28T23:30:00Z")).isEqualTo("2028-02-29T08:00:00Z");
  }

  @Test
  void theDailyCapCountsTheTalentsOwnDay() {
    var rules = rules(ZoneId.of("America/New_York"), List.of(), 1, NEVER_DARK);
    // 22:00 on the 20th in New York, though the 21st in UTC.
    var taken = List.of(Instant.parse("2026-11-21T03:00:00Z"));
    assertThat(Schedule.check(rules, Instant.parse("2026-11-21T15:00:00Z"), taken)).isEmpty();
    assertThat(Schedule.check(rules, Instant.parse("2026-11-20T22:00:00Z"), taken))
        .hasValueSatisfying(
            violation -> {
              assertThat(violation.rule()).isEqualTo("daily_cap");
              assertThat(violation.sentence())
                  .isEqualTo(
                      "Friday 20 November, 17:00 would be post 2 of a day that holds 1 (default: daily cap 1).");
              assertThat(violation.earliest())
                  .isEqualTo(Instant.parse("2026-11-21T07:00:00Z")); // midnight is cooling down
            });
  }

  @Test
  void aBlackoutMovesAPostToTheFirstSlotAfterIt() {
    var blackout =
        new Blackout(
            Instant.parse("2026-11-23T00:00:00Z"),
            Instant.parse("2026-11-25T10:00:00Z"),
            "filming");
    var rules = rules(BERLIN, List.of(), 2, List.of(blackout));
    var placement =
        Schedule.nextSlot(rules, Instant.parse("2026-11-22T20:00:00Z"), List.of()).orElseThrow();
    assertThat(placement.at()).isEqualTo(Instant.parse("2026-11-25T16:00:00Z"));
    assertThat(placement.reason())
        .isEqualTo(
            "The account's next free slot is Wednesday 25 November, 17:00 (default: slots). An"
                + " earlier slot was passed over: Monday 23 November, 09:00 is inside the blackout"
                + " 'filming', which ends on Wednesday 25 November, 11:00 (default: blackout).");
  }

  @Test
  void whatMovesAPostSaysWhoSaidSo() {
    var anna = RuleSource.account("instagram-anna");
    var eight = Instant.parse("2026-11-25T07:00:00Z");
    var policy =
        PostingPolicy.DEFAULT.narrowedBy(
            new PostingDeclaration(null, Duration.ofHours(3), List.of(), null, null, null), anna);
    assertThat(
            Schedule.check(
                    new PostingRules(BERLIN, policy), eight.plusSeconds(3600), List.of(eight))
                .map(Violation::sentence))
        .hasValue(
            "Wednesday 25 November, 09:00 is less than 3 hours from another post of the account,"
                + " on Wednesday 25 November, 08:00 (account instagram-anna: cooldown 3 hours).");
  }

  @Test
  void nothingGoesOutOutsideTheEmbargo() {
    var opens = Instant.parse("2026-11-25T07:00:00Z");
    var closes = Instant.parse("2026-11-27T07:00:00Z");
    var policy =
        PostingPolicy.DEFAULT.narrowedBy(
            new PostingDeclaration(null, null, List.of(), null, new Embargo(opens, closes), null),
            RuleSource.talent("anna"));
    var rules = new PostingRules(BERLIN, policy);
    assertThat(Schedule.check(rules, opens, List.of())).isEmpty();
    assertThat(Schedule.check(rules, closes, List.of())).isEmpty();
    var early = Schedule.check(rules, opens.minusSeconds(1), List.of()).orElseThrow();
    assertThat(early.earliest()).isEqualTo(opens);
    assertThat(early.sentence()).endsWith("(talent anna: embargo).");
    var late = Schedule.check(rules, closes.plusSeconds(1), List.of()).orElseThrow();
    assertThat(late.earliest()).isNull();
    assertThat(next(rules, "2026-11-20T00:00:00Z")).isEqualTo("2026-11-25T08:00:00Z");
    assertThat(Schedule.nextSlot(rules, closes, List.of())).isEmpty();
  }

  @Test
  void theEndOfABlackoutIsFreeAgain() {
    var end = Instant.parse("2026-11-25T08:00:00Z");
    var rules = rules(BERLIN, List.of(), 2, List.of(new Blackout(end.minusSeconds(3600), end, "")));
    assertThat(Schedule.check(rules, end, List.of())).isEmpty();
    assertThat(Schedule.check(rules, end.minusSeconds(1), List.of()))
        .hasValueSatisfying(v -> assertThat(v.earliest()).isEqualTo(end));
  }

  @Test
  void aPostKeepsItsDistanceBothWays() {
    var rules = rules(BERLIN, List.of(), 9, NEVER_DARK);
    var other = Instant.parse("2026-11-23T12:00:00Z");
    var hours = Duration.ofHours(4);
    assertThat(Schedule.check(rules, other.minus(hours), List.of(other))).isEmpty();
    assertThat(Schedule.check(rules, other.plus(hours), List.of(other))).isEmpty();
    for (var at :
        List.of(other.minus(hours).plusSeconds(1), other, other.plus(hours).minusSeconds(1))) {
      assertThat(Schedule.check(rules, at, List.of(other)))
          .hasValueSatisfying(
              violation -> {
                assertThat(violation.rule()).isEqualTo("cooldown");
                assertThat(violation.earliest()).isEqualTo(other.plus(hours));
                assertThat(violation.sentence()).contains("less than 4 hours from another post");
              });
    }
  }

  @Test
  void evenWithoutACooldownTwoPostsNeverShareAnInstant() {
    var rules = new PostingRules(BERLIN, List.of(), 9, Duration.ZERO, NEVER_DARK);
    var at = Instant.parse("2026-11-23T08:00:00Z");
    assertThat(Schedule.check(rules, at, List.of(at))).isPresent();
    assertThat(Schedule.check(rules, at.plusSeconds(1), List.of(at))).isEmpty();
    assertThat(Schedule.nextSlot(rules, at.minusSeconds(1), List.of(at)).map(Placement::at))
        .contains(Instant.parse("2026-11-23T16:00:00Z"));
  }

  @Test
  void aCapOfNoneStopsAll() {
    var rules = rules(BERLIN, List.of(), 0, NEVER_DARK);
    var now = Instant.parse("2026-11-23T08:00:00Z");
    assertThat(Schedule.nextSlot(rules, now, List.of())).isEmpty();
    assertThat(Schedule.check(rules, now, List.of()))
        .hasValueSatisfying(violation -> assertThat(violation.earliest()).isNull());
  }

  @Test
  void anAccountWithoutSlotsPostsAtNineAndFive() {
    var rules = PostingRules.standard(BERLIN);
    assertThat(
            Schedule.gaps(
                rules,
                Instant.parse("2026-11-23T00:00:00Z"),
                Instant.parse("2026-11-25T00:00:00Z"),
                List.of(Instant.parse("2026-11-23T08:00:00Z"))))
        .containsExactly(
            Instant.parse("2026-11-23T16:00:00Z"),
            Instant.parse("2026-11-24T08:00:00Z"),
            Instant.parse("2026-11-24T16:00:00Z"));
    assertThat(rules.dailyCap()).isEqualTo(2);
    assertThat(rules.cooldown()).isEqualTo(Duration.ofHours(4));
  }

  @Test
  void rulesThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> rules(BERLIN, List.of(), -1, NEVER_DARK)).hasMessageContaining("cap");
    assertThatThrownBy(
            () -> new PostingRules(BERLIN, List.of(), 1, Duration.ofHours(-1), NEVER_DARK))
        .hasMessageContaining("cooldown");
    assertThatThrownBy(() -> new Blackout(Instant.MAX, Instant.EPOCH, ""))
        .hasMessageContaining("before it begins");
  }

  private static String next(PostingRules rules, String after) {
    return Schedule.nextSlot(rules, Instant.parse(after), List.of()).orElseThrow().at().toString();
  }

  private static PostingRules sundays(String time, ZoneId zone) {
    return rules(
        zone, List.of(new WeeklySlot(DayOfWeek.SUNDAY, LocalTime.parse(time))), 1, NEVER_DARK);
  }

  private static PostingRules rules(
      ZoneId zone, List<WeeklySlot> slots, int cap, List<Blackout> blackouts) {
    return new PostingRules(zone, slots, cap, Duration.ofHours(4), blackouts);
  }
}
