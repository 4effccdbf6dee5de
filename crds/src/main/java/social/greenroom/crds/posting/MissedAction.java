package social.greenroom.crds.posting;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is done about a missed post. */
public enum MissedAction {
  @JsonProperty("PublishLate")
  PUBLISH_LATE,
  @JsonProperty("Ask")
  ASK
}
