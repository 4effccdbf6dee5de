package social.greenroom.operator.status;

import static social.greenroom.crds.condition.StandardConditions.READY;
import static social.greenroom.crds.condition.StandardConditions.RECONCILING;
import static social.greenroom.crds.condition.StandardConditions.STALLED;

import java.util.List;
import social.greenroom.crds.condition.ConditionStatus;
import social.greenroom.crds.condition.Conditions;

/** What a lasting resource's Ready says, given what it depends on. */
public final class Readiness {
  private Readiness() {}

  /**
   * Ready when every verdict holds; otherwise what the first says that doesn't. Stalled when
   * somebody has to change something, Reconciling while waiting can help.
   */
  public static void write(Conditions conditions, Verdict whenAllHold, List<Verdict> needed) {
    var verdict = needed.stream().filter(one -> !one.holds()).findFirst().orElse(whenAllHold);
    if (verdict.holds()) {
      verdict.write(conditions, READY);
    } else {
      conditions.set(READY, ConditionStatus.FALSE, verdict.reason(), verdict.sentence());
      var waiting = verdict.status() == ConditionStatus.UNKNOWN;
      conditions.set(
          waiting ? RECONCILING : STALLED,
          ConditionStatus.TRUE,
          verdict.reason(),
          verdict.sentence());
    }
  }
}
