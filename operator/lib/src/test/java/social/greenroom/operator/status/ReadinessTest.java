package social.greenroom.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import social.greenroom.crds.condition.ConditionStatus;
import social.greenroom.crds.condition.Conditions;

class ReadinessTest {
  private static final Verdict FINE = Verdict.yes("Fine", "Fine.");

  @Test
  void readyWhenAllHold() {
    var conditions = write(FINE, FINE);
    assertThat(Conditions.find(conditions.list(), "Ready").orElseThrow().holds()).isTrue();
    assertThat(conditions.list()).hasSize(1);
  }

  @Test
  void theFirstThatDoesntHoldIsTheReason() {
    var conditions =
        write(FINE, Verdict.notYet("Early", "Wait."), Verdict.no("Broken", "Mend it."));
    var ready = Conditions.find(conditions.list(), "Ready").orElseThrow();
    assertThat(ready.status()).isEqualTo(ConditionStatus.FALSE);
    assertThat(ready.reason()).isEqualTo("Early");
    assertThat(Conditions.find(conditions.list(), "Reconciling")).isPresent();
    assertThat(Conditions.find(conditions.list(), "Stalled")).isEmpty();
  }

  @Test
  void whatSomebodyHasToMendIsStalled() {
    var conditions = write(Verdict.no("Broken", "Mend it."));
    assertThat(Conditions.find(conditions.list(), "Stalled").orElseThrow().message())
        .isEqualTo("Mend it.");
  }

  private static Conditions write(Verdict... needed) {
    var conditions = new Conditions(List.of(), 1, Instant.EPOCH);
    Readiness.write(conditions, Verdict.yes("Ready", "All is well."), List.of(needed));
    return conditions;
  }
}
