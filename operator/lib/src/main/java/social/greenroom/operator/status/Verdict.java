package social.greenroom.operator.status;

import social.greenroom.crds.condition.ConditionStatus;
import social.greenroom.crds.condition.Conditions;

/**
 * What a decision came to.
 *
 * @param status whether the aspect holds; unknown where only time can tell
 * @param reason one CamelCase word for programs
 * @param sentence for people: what is so, and what to do about it
 */
public record Verdict(ConditionStatus status, String reason, String sentence) {
  public static Verdict yes(String reason, String sentence) {
    return new Verdict(ConditionStatus.TRUE, reason, sentence);
  }

  /** It doesn't hold, and somebody has to change something. */
  public static Verdict no(String reason, String sentence) {
    return new Verdict(ConditionStatus.FALSE, reason, sentence);
  }

  /** It isn't known yet. */
  public static Verdict notYet(String reason, String sentence) {
    return new Verdict(ConditionStatus.UNKNOWN, reason, sentence);
  }

  public boolean holds() {
    return status == ConditionStatus.TRUE;
  }

  public void write(Conditions conditions, String type) {
    conditions.set(type, status, reason, sentence);
  }
}
