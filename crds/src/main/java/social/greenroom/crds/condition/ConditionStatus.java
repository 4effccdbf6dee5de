package social.greenroom.crds.condition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a condition holds. */
public enum ConditionStatus {
  @JsonProperty("True")
  TRUE,
  @JsonProperty("False")
  FALSE,
  /** Not known yet. */
  @JsonProperty("Unknown")
  UNKNOWN;

  public static ConditionStatus of(boolean holds) {
    return holds ? TRUE : FALSE;
  }
}
