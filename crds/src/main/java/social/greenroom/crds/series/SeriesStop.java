package social.greenroom.crds.series;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a series goes on. */
public enum SeriesStop {
  @JsonProperty("None")
  NONE("None"),
  /** Nothing new is drafted. */
  @JsonProperty("Hold")
  HOLD("Hold");

  private final String wireName;

  SeriesStop(String wireName) {
    this.wireName = wireName;
  }

  /** The word in YAML. */
  public String wireName() {
    return wireName;
  }
}
