package social.greenroom.crds.tenant;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the agency has booked. */
public enum Plan {
  @JsonProperty("Free")
  FREE("Free"),
  @JsonProperty("Pro")
  PRO("Pro"),
  @JsonProperty("Business")
  BUSINESS("Business"),
  @JsonProperty("Enterprise")
  ENTERPRISE("Enterprise");

  private final String wireName;

  Plan(String wireName) {
    this.wireName = wireName;
  }

  /** The word in YAML. */
  public String wireName() {
    return wireName;
  }
}
