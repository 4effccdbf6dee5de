package social.greenroom.crds.posting;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A day of the week. */
public enum Weekday {
  @JsonProperty("monday")
  MONDAY("monday"),
  @JsonProperty("tuesday")
  TUESDAY("tuesday"),
  @JsonProperty("wednesday")
  WEDNESDAY("wednesday"),
  @JsonProperty("thursday")
  THURSDAY("thursday"),
  @JsonProperty("friday")
  FRIDAY("friday"),
  @JsonProperty("saturday")
  SATURDAY("saturday"),
  @JsonProperty("sunday")
  SUNDAY("sunday");

  private final String wireName;

  Weekday(String wireName) {
    this.wireName = wireName;
  }

  /** The word in YAML. */
  public String wireName() {
    return wireName;
  }
}
