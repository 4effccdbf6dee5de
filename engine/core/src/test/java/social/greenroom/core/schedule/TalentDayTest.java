package social.greenroom.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TalentDayTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final PostingRules RULES =
      new PostingRules(BERLIN, List.of(), 5, Duration.ofHours(1), List.of());
  private static final Instant MORNING = Instant.parse("2026-11-20T08:00:00Z");
  private static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");
  private static final Instant EVENING = Instant.parse("2026-11-20T16:00:00Z");
  // Midnight in Berlin.
  private static final Instant NEXT_DAY = Instant.parse("2026-11-20T23:00:00Z");

  @Test
  void whereNobodySaysTheAccountsOwnRulesDecide() {
    var day = new TalentDay(BERLIN, null, List.of(MORNING, NOON));
    assertThat(day.check(RULES, EVENING, List.of())).isEmpty();
  }

  @Test
  void theOtherAccountsPostsFillTheDay() {
    var day = new TalentDay(BERLIN, 2, List.of(MORNING, NOON));
    var violation = day.check(RULES, EVENING, List.of()).orElseThrow();
    assertThat(violation.rule()).isEqualTo("daily_cap");
    assertThat(violation.sentence()).contains("over all accounts");
    assertThat(violation.earliest()).isEqualTo(NEXT_DAY);
    assertThat(day.check(RULES, NEXT_DAY, List.of())).isEmpty();
  }

  @Test
  void anotherAccountsPostAtTheSameInstantIsNoObstacle() {
    var day = new TalentDay(BERLIN, 2, List.of(NOON));
    assertThat(day.check(RULES, NOON, List.of())).isEmpty();
  }

  @Test
  void theEarliestTimeSuitsTheAccountAndTheTalent() {
    var day = new TalentDay(BERLIN, 1, List.of(EVENING));
    var violation = day.check(RULES, EVENING.plusSeconds(1), List.of(EVENING)).orElseThrow();
    assertThat(violation.rule()).isEqualTo("cooldown");
    assertThat(violation.earliest()).isEqualTo(NEXT_DAY);
  }

  @Test
  void aFullDaysSlotsArePassedOverWithASentence() {
    var day = new TalentDay(BERLIN, 1, List.of(NOON));
    var placement = day.nextSlot(RULES, MORNING, List.of()).orElseThrow();
    assertThat(placement.at()).isEqualTo(Instant.parse("2026-11-21T08:00:00Z"));
    assertThat(placement.reason()).contains("Friday 20 November is full");
  }

  @Test
  void aCapOfNoneStopsAll() {
    var day = new TalentDay(BERLIN, 0, List.of());
    assertThat(day.nextSlot(RULES, MORNING, List.of())).isEmpty();
    assertThat(day.check(RULES, NOON, List.of()).orElseThrow().earliest()).isNull();
  }
}
