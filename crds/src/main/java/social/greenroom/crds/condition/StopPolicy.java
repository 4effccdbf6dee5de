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
}
