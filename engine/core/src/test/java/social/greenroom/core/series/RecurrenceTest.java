package social.greenroom.core.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void mondaysKeepTheirTimeOfDayOverTheChangeOfTheClocks() throws InvalidRecurrenceException {
    assertThat(moments("FREQ=WEEKLY;BYDAY=MO", "2027-03-22T09:00", 2))
        .containsExactly("2027-03-22T08:00:00Z", "2027-03-29T07:00:00Z");
  }

  @Test
  void aTimeThatIsLeftOutComesAsMuchLater() throws InvalidRecurrenceException {
    assertThat(moments("FREQ=DAILY", "2027-03-27T02:30", 3))
        .containsExactly("2027-03-27T01:30:00Z", "2027-03-28T01:30:00Z", "2027-03-29T00:30:00Z");
  }

  @Test
  void aTimeThatComesTwiceIsTheFirst() throws InvalidRecurrenceException {
    assertThat(moments("FREQ=DAILY", "2026-10-24T02:30", 2))
        .containsExactly("2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z");
  }

  @Test
  void timesThatFallTogetherAreOne() throws InvalidRecurrenceException {
    assertThat(moments("FREQ=DAILY;BYHOUR=2,3", "2027-03-28T02:30", 2))
        .containsExactly("2027-03-28T01:30:00Z", "2027-03-29T00:30:00Z");
  }

  @Test
  void aDayThatTheCalendarLeftOutHasNone() throws InvalidRecurrenceException {
    var samoa =
        Recurrence.of(
            new RecurrenceDeclaration("FREQ=DAILY", "2011-12-29T12:00", null, List.of()),
            ZoneId.of("Pacific/Apia"));
    assertThat(samoa.between(Instant.MIN, Instant.MAX, 2))
        .extracting(Occurrence::local)
        .containsExactly(
            LocalDateTime.parse("2011-12-29T12:00"), LocalDateTime.parse("2011-12-31T12:00"));
  }

  @Test
  void aLeapDayComesInLeapYears() throws InvalidRecurrenceException {
    assertThat(moments("FREQ=YEARLY", "2024-02-29T12:00", 3))
        .containsExactly("2024-02-29T11:00:00Z", "2028-02-29T11:00:00Z", "2032-02-29T11:00:00Z");
  }

  @Test
  void anExceptionTakesOneOfTheCount() throws InvalidRecurrenceException {
    assertThat(
            moments("FREQ=DAILY;COUNT=3", "2026-11-24T09:00", null, List.of("2026-11-25"), BERLIN))
        .containsExactly("2026-11-24T08:00:00Z", "2026-11-26T08:00:00Z");
  }

  @Test
  void anExceptionOfOneTimeLeavesTheDaysOthers() throws InvalidRecurrenceException {
    assertThat(
            moments(
                "FREQ=DAILY;BYHOUR=9,17;COUNT=3",
                "2026-11-24T09:00",
                null,
                List.of("2026-11-24T17:00"),
                BERLIN))
        .containsExactly("2026-11-24T08:00:00Z", "2026-11-25T08:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "FREQ=DAILY;UNTIL=20261126, ",
    "FREQ=DAILY;UNTIL=20261126T090000, ",
    "FREQ=DAILY;UNTIL=20261126T080000Z, ",
    "FREQ=DAILY, 2026-11-26",
    "FREQ=DAILY, 2026-11-26T09:00",
    "FREQ=DAILY;UNTIL=20270101, 2026-11-26",
    "FREQ=DAILY;UNTIL=20261126, 2027-01-01",
  })
  void theEndIsPartOfIt(String rule, String end) throws InvalidRecurrenceException {
    assertThat(moments(rule, "2026-11-25T09:00", end, List.of(), BERLIN))
        .containsExactly("2026-11-25T08:00:00Z", "2026-11-26T08:00:00Z");
  }

  @Test
  void theNextLiesAfterTheMomentItself() throws InvalidRecurrenceException {
    var daily = daily();
    var at = Instant.parse("2026-11-24T08:00:00Z");
    assertThat(daily.next(at).orElseThrow().at()).isEqualTo("2026-11-25T08:00:00Z");
    assertThat(daily.next(at.minusMillis(1)).orElseThrow().at()).isEqualTo(at);
    assertThat(daily.between(at, at.plusSeconds(86_400), 9)).hasSize(1);
  }

  @Test
  void afterTheLastThereIsNone() throws InvalidRecurrenceException {
    var over =
        Recurrence.of(
            new RecurrenceDeclaration("FREQ=DAILY;COUNT=2", "2026-11-24T09:00", null, List.of()),
            BERLIN);
    assertThat(over.next(Instant.parse("2026-11-25T08:00:00Z"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=BANANA|2026-11-24T09:00||recurrence.rule: 'FREQ=BANANA' isn't a rule of RFC 5545",
        "every monday|2026-11-24T09:00||write one such as FREQ=WEEKLY;BYDAY=MO.",
        "FREQ=DAILY;COUNT=2;UNTIL=20270101|2026-11-24T09:00||UNTIL and COUNT",
        "FREQ=HOURLY|2026-11-24T09:00||recurrence.rule: FREQ=HOURLY is too often for posts; use DAILY",
        "FREQ=DAILY;BYMINUTE=0,30|2026-11-24T09:00||occurs twice within an hour",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30|2026-11-24T09:00||never occurs from 2026-11-24T09:00 on; change the rule, start, end or exceptions.",
        "FREQ=DAILY|2026-11-24T09:00|2026-11-23|never occurs",
        "FREQ=DAILY|2026-02-30T09:00||recurrence.start: '2026-02-30T09:00' isn't a date and a time that exist",
        "FREQ=DAILY|2026-11-24T09:00|2026-13-01|recurrence.end: '2026-13-01' isn't a day or a time that exists",
      })
  void whatCantBeFollowedIsToldWithItsField(String rule, String start, String end, String words) {
    assertThatThrownBy(() -> moments(rule, start, end, List.of(), BERLIN))
        .isInstanceOf(InvalidRecurrenceException.class)
        .hasMessageContaining(words);
  }

  @Test
  void exceptionsThatTakeEverythingAreTold() {
    assertThatThrownBy(
            () ->
                moments(
                    "FREQ=DAILY;COUNT=2",
                    "2026-11-24T09:00",
                    null,
                    List.of("2026-11-24", "2026-11-25"),
                    BERLIN))
        .hasMessageContaining("never occurs");
    assertThatThrownBy(
            () -> moments("FREQ=DAILY", "2026-11-24T09:00", null, List.of("2026-02-29"), BERLIN))
        .hasMessageStartingWith("recurrence.exceptions: '2026-02-29'");
  }

  @Test
  void anInfiniteRuleIsLookedAtFarAhead() throws InvalidRecurrenceException {
    assertThat(daily().next(Instant.parse("2126-07-01T00:00:00Z")).orElseThrow().at())
        .isEqualTo("2126-07-01T07:00:00Z");
  }

  private static Recurrence daily() throws InvalidRecurrenceException {
    return Recurrence.of(
        new RecurrenceDeclaration("FREQ=DAILY", "2026-11-24T09:00", null, List.of()), BERLIN);
  }

  private static List<String> moments(String rule, String start, int limit)
      throws InvalidRecurrenceException {
    return moments(rule, start, null, List.of(), BERLIN).stream().limit(limit).toList();
  }

  private static List<String> moments(
      String rule, String start, String end, List<String> exceptions, ZoneId zone)
      throws InvalidRecurrenceException {
    return Recurrence.of(new RecurrenceDeclaration(rule, start, end, exceptions), zone)
        .between(Instant.MIN, Instant.MAX, 9)
        .stream()
        .map(one -> one.at().toString())
        .toList();
  }
}
