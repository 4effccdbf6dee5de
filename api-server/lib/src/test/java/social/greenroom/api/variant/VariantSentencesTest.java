package social.greenroom.api.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import social.greenroom.core.post.VariantState;

class VariantSentencesTest {
  private static final Instant DUE = Instant.parse("2026-11-21T18:00:00Z");
  private static final LocalTimes LISBON = new LocalTimes(ZoneId.of("Europe/Lisbon"));
  private static final VariantFacts.Reasons NONE = new VariantFacts.Reasons(null, null, null, null);

  @Test
  void saysWhomItWaitsFor() {
    var facts = facts(VariantState.AWAITING_APPROVAL, true, null, NONE);

    assertThat(StateText.of(facts)).isEqualTo("Waiting for Aurora.");
    assertThat(NextStep.of(facts))
        .isEqualTo(
            "Aurora decides; after a yes it goes out on Saturday 21 November at 18:00"
                + " (Europe/Lisbon).");
  }

  @Test
  void saysThatNobodyCanDecideYet() {
    var unowned =
        new VariantFacts(
            VariantState.AWAITING_APPROVAL,
            "X",
            "Aurora",
            false,
            true,
            null,
            null,
            null,
            null,
            NONE,
            LISBON);

    assertThat(NextStep.of(unowned))
        .isEqualTo("Nobody owns Aurora's posts yet: the invited owner has to sign in first.");
  }

  @Test
  void saysWhatHoldsIt() {
    var facts = facts(VariantState.APPROVED, true, "The talent is on hold", NONE);

    assertThat(StateText.of(facts)).isEqualTo("Approved by Aurora Vale.");
    assertThat(NextStep.of(facts))
        .isEqualTo("Sending is on hold, so it waits: The talent is on hold.");
  }

  @Test
  void asksAPersonAndElseSaysThatItIsRead() {
    assertThat(StateText.of(facts(VariantState.UNKNOWN, true, null, NONE)))
        .isEqualTo("Not sure it went out: please look.");
    assertThat(NextStep.of(facts(VariantState.UNKNOWN, true, null, NONE)))
        .isEqualTo(
            "Look at Aurora on LinkedIn and say here whether the post is there; nothing is sent"
                + " again before that.");
    assertThat(StateText.of(facts(VariantState.UNKNOWN, false, null, NONE)))
        .isEqualTo("Not sure it went out: checking.");
    assertThat(NextStep.of(facts(VariantState.UNKNOWN, false, null, NONE)))
        .isEqualTo(
            "Aurora's own posts on LinkedIn are being read to find out; nothing is sent again before"
                + " that.");
  }

  @Test
  void givesTheReasonInItsOwnWords() {
    var reasons =
        new VariantFacts.Reasons("It says 'cheap'", "Not my tone", "No such image.", null);

    assertThat(StateText.of(facts(VariantState.BLOCKED, true, null, reasons)))
        .isEqualTo("Blocked: It says 'cheap'.");
    assertThat(StateText.of(facts(VariantState.REJECTED, true, null, reasons)))
        .isEqualTo("Rejected: Not my tone.");
    assertThat(StateText.of(facts(VariantState.FAILED, true, null, reasons)))
        .isEqualTo("Failed: No such image.");
    assertThat(StateText.of(facts(VariantState.CANCELLED, true, null, reasons)))
        .isEqualTo("Cancelled.");
  }

  @ParameterizedTest
  @EnumSource(VariantState.class)
  void everyStateHasWholeSentences(VariantState state) {
    var facts = facts(state, true, null, NONE);

    assertThat(StateText.of(facts)).endsWith(".").doesNotContain("null", "variant");
    assertThat(NextStep.of(facts)).endsWith(".").doesNotContain("null", "variant");
  }

  private static VariantFacts facts(
      VariantState state, boolean asked, String hold, VariantFacts.Reasons reasons) {
    return new VariantFacts(
        state, "LinkedIn", "Aurora", true, asked, "Aurora Vale", DUE, null, hold, reasons, LISBON);
  }
}
