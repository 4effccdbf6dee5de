package social.greenroom.crds.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionsTest {
  private static final Instant THEN = Instant.parse("2026-11-21T18:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-21T18:05:00.123Z");

  private final List<Condition> before =
      new Conditions(List.of(), 1, THEN)
          .set("Ready", ConditionStatus.TRUE, "Fine", "It is.")
          .list();

  @Test
  void sayingTheSameAgainChangesNothing() {
    var again = new Conditions(before, 1, NOW).set("Ready", ConditionStatus.TRUE, "Fine", "It is.");
    assertThat(again.unchanged()).isTrue();
    assertThat(again.list()).isEqualTo(before);
  }

  @Test
  void anotherSentenceKeepsTheTimeOfTheTransition() {
    var changed =
        new Conditions(before, 1, NOW).set("Ready", ConditionStatus.TRUE, "Fine", "Still.");
    assertThat(changed.unchanged()).isFalse();
    assertThat(changed.list().get(0).lastTransitionTime()).isEqualTo("2026-11-21T18:00:00Z");
  }

  @Test
  void anotherStatusMovesTheTime() {
    var changed =
        new Conditions(before, 1, NOW).set("Ready", ConditionStatus.FALSE, "Broken", "It isn't.");
    assertThat(changed.list().get(0).lastTransitionTime()).isEqualTo("2026-11-21T18:05:00Z");
  }

  @Test
  void aNewGenerationAndADroppedConditionAreChanges() {
    assertThat(
            new Conditions(before, 2, NOW)
                .set("Ready", ConditionStatus.TRUE, "Fine", "It is.")
                .unchanged())
        .isFalse();
    assertThat(new Conditions(before, 1, NOW).unchanged()).isFalse();
  }

  @Test
  void theLaterSentenceCounts() {
    var said =
        new Conditions(before, 1, NOW)
            .set("Ready", ConditionStatus.TRUE, "Fine", "It is.")
            .set("Ready", ConditionStatus.FALSE, "Broken", "It isn't.");
    assertThat(said.list())
        .singleElement()
        .satisfies(condition -> assertThat(condition.reason()).isEqualTo("Broken"));
  }
}
