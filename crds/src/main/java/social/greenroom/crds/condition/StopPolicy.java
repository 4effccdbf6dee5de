package social.greenroom.crds.condition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far sending is stopped. */
public enum StopPolicy {
  @JsonProperty("None")
  NONE("None"),
  /** Nothing new is sent; what is approved waits. */
  @JsonProperty("Hold")
  HOLD("Hold"),
  /** Nothing new is sent, and what is queued is pulled back. */
  @JsonProperty("HoldAndDrain")
  HOLD_AND_DRAIN("HoldAndDrain");

  private final String wireName;

  StopPolicy(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  /**
   * @throws IllegalArgumentException naming the known policies, if there is none of that name
   */
  public static StopPolicy of(String wireName) {
    for (var policy : values()) {
      if (policy.wireName.equals(wireName)) {
        return policy;
      }
    }
    throw new IllegalArgumentException(
        "Stop policy '%s' isn't known; use None, Hold or HoldAndDrain.".formatted(wireName));
  }
}
