package social.greenroom.worker.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import social.greenroom.core.schedule.Deadline;
import social.greenroom.core.schedule.PostingRules;
import social.greenroom.core.schedule.TalentDay;

class ProposalTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final PostingRules RULES = PostingRules.standard(ZoneOffset.UTC);

  private static final TalentDay ROOM = new TalentDay(RULES.zone(), null, List.of());

  @Test
  void aDayThatTheTalentsOtherAccountsFilledIsPassedOver() {
    var slot = Instant.parse("2026-11-21T09:00:00Z");
    var full = new TalentDay(RULES.zone(), 1, List.of(slot.plusSeconds(60)));
    var proposal = Proposal.of(RULES, full, null, null, NOW, List.of());
    assertThat(proposal.at()).isEqualTo(Instant.parse("2026-11-22T09:00:00Z"));
    assertThat(proposal.reason()).contains("over all accounts");
  }

  @Test
  void withoutAWishItIsTheNextSlot() {
    var proposal = Proposal.of(RULES, ROOM, null, null, NOW, List.of());
    assertThat(proposal.at()).isEqualTo(Instant.parse("2026-11-21T09:00:00Z"));
  }

  @Test
  void theTimeAskedForIsKeptWhenItIsFree() {
    var asked = NOW.plus(Duration.ofMinutes(7));
    var proposal = Proposal.of(RULES, ROOM, asked, null, NOW, List.of());
    assertThat(proposal.at()).isEqualTo(asked);
    assertThat(proposal.reason()).contains("asks for this time");
  }

  @Test
  void aTimeThatIsTakenMovesAndSaysWhy() {
    var asked = NOW.plus(Duration.ofMinutes(7));
    var proposal = Proposal.of(RULES, ROOM, asked, null, NOW, List.of(asked.minusSeconds(60)));
    assertThat(proposal.at()).isEqualTo(Instant.parse("2026-11-21T17:00:00Z"));
    assertThat(proposal.reason()).startsWith("The time asked for isn't free");
  }

  @Test
  void aTimeThatHasPassedIsNoWish() {
    var proposal = Proposal.of(RULES, ROOM, NOW.minusSeconds(1), null, NOW, List.of());
    assertThat(proposal.at()).isEqualTo(Instant.parse("2026-11-21T09:00:00Z"));
  }

  @Test
  void aSlotAfterTheRequestsLatestTimeIsNotProposed() {
    var slot = Instant.parse("2026-11-21T09:00:00Z");
    assertThat(until(null, slot).at()).isEqualTo(slot);
    var none = until(null, slot.minusSeconds(1));
    assertThat(none.at()).isNull();
    assertThat(none.reason()).contains("scheduleHint.notAfter").contains("no free slot until then");
  }

  @Test
  void aTimeAskedForAfterTheLatestTimeIsNotProposed() {
    var asked = NOW.plus(Duration.ofMinutes(7));
    assertThat(until(asked, asked).at()).isEqualTo(asked);
    assertThat(until(asked, asked.minusMillis(1)).at()).isNull();
  }

  @Test
  void aYearWithoutASlotSaysSo() {
    var stopped = new TalentDay(RULES.zone(), 0, List.of());
    var proposal = Proposal.of(RULES, stopped, null, null, NOW, List.of());
    assertThat(proposal.at()).isNull();
    assertThat(proposal.reason()).contains("no free slot in the next year");
  }

  private static ProposedTime until(@Nullable Instant asked, Instant latest) {
    var deadline = new Deadline(latest, RULES.zone());
    return Proposal.of(RULES, ROOM, asked, deadline, NOW, List.of());
  }
}
