package social.greenroom.operator.tick;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import social.greenroom.core.schedule.PostingRules;
import social.greenroom.core.schedule.WeeklySlot;

class TickDecisionTest {
  /** A Monday. */
  private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

  private static final Instant MONDAY_NINE = Instant.parse("2026-11-23T09:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);
  private static final UUID ACCOUNT = UUID.randomUUID();

  @Test
  void aFreeSlotAsksThePersona() {
    var decision = decide(null, 0, null, account(2, List.of(), 0));
    assertThat(decision.asks()).isTrue();
    assertThat(decision.accounts()).containsExactly(ACCOUNT);
  }

  @Test
  void aStopAsksNobody() {
    assertThat(decide("On hold.", 0, null, account(2, List.of(), 0)).reason())
        .isEqualTo("On hold.");
  }

  @Test
  void anOpenProposalIsDecidedFirst() {
    assertThat(decide(null, 1, null, account(2, List.of(), 0)).asks()).isFalse();
  }

  @Test
  void theIntervalIsKept() {
    assertThat(decide(null, 0, NOW.minusSeconds(60), account(2, List.of(), 0)).asks()).isFalse();
    assertThat(decide(null, 0, NOW.minus(Duration.ofHours(6)), account(2, List.of(), 0)).asks())
        .isTrue();
  }

  @Test
  void aTakenSlotIsNoGap() {
    assertThat(decide(null, 0, null, account(2, List.of(MONDAY_NINE), 0)).asks()).isFalse();
  }

  @Test
  void aDraftWithoutATimeWillNeedTheSlot() {
    assertThat(decide(null, 0, null, account(2, List.of(), 1)).asks()).isFalse();
  }

  @Test
  void aCapOfNothingLeavesNoGap() {
    assertThat(decide(null, 0, null, account(0, List.of(), 0)).asks()).isFalse();
  }

  @Test
  void theTalentsOwnCapCountsThePostsOfAllAccounts() {
    var elsewhere = List.of(MONDAY_NINE.plusSeconds(7200));
    assertThat(decide(1, elsewhere, account(2, List.of(), 0)).asks()).isFalse();
    assertThat(decide(2, elsewhere, account(2, List.of(), 0)).asks()).isTrue();
    var sunday = List.of(MONDAY_NINE.minus(Duration.ofHours(10)));
    assertThat(decide(1, sunday, account(2, List.of(), 0)).asks()).isTrue();
  }

  @Test
  void theLastPostOfADayIsAskedForOneAccountOnly() {
    var first = account(2, List.of(), 0);
    var second = new TickFacts.AccountFacts(UUID.randomUUID(), first.rules(), List.of(), 0);
    assertThat(decide(1, List.of(), first, second).accounts()).containsExactly(ACCOUNT);
    assertThat(decide(null, List.of(), first, second).accounts()).hasSize(2);
  }

  private static TickDecision decide(
      Integer talentCap, List<Instant> talentTaken, TickFacts.AccountFacts... accounts) {
    return TickDecision.of(
        new TickFacts(
            null, 0, null, Duration.ofHours(6), talentCap, talentTaken, List.of(accounts)),
        NOW,
        WEEK);
  }

  private static TickDecision decide(
      String stop, int open, Instant last, TickFacts.AccountFacts account) {
    return TickDecision.of(
        new TickFacts(stop, open, last, Duration.ofHours(6), null, List.of(), List.of(account)),
        NOW,
        WEEK);
  }

  private static TickFacts.AccountFacts account(int cap, List<Instant> taken, int undecided) {
    var rules =
        new PostingRules(
            ZoneOffset.UTC,
            List.of(new WeeklySlot(DayOfWeek.MONDAY, LocalTime.of(9, 0))),
            cap,
            Duration.ofHours(4),
            List.of());
    return new TickFacts.AccountFacts(ACCOUNT, rules, taken, undecided);
  }
}
