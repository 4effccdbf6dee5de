package social.greenroom.crds.tenant;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a talent's own voice may be cloned for narration. */
public enum VoiceClonePolicy {
  @JsonProperty("Forbidden")
  FORBIDDEN("Forbidden"),
  @JsonProperty("OptIn")
  OPT_IN("OptIn");

  private final String wireName;

  VoiceClonePolicy(String wireName) {
    this.wireName = wireName;
  }

  /** The word in YAML. */
  public String wireName() {
    return wireName;
  }
}
