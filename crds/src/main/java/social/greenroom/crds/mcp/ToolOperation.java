package social.greenroom.crds.mcp;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What Greenroom asks a server to do. */
public enum ToolOperation {
  @JsonProperty("publish")
  PUBLISH("publish"),
  @JsonProperty("delete")
  DELETE("delete"),
  @JsonProperty("me")
  ME("me"),
  @JsonProperty("recent")
  RECENT("recent"),
  @JsonProperty("uploadMedia")
  UPLOAD_MEDIA("uploadMedia"),
  @JsonProperty("comment")
  COMMENT("comment");

  private final String wireName;

  ToolOperation(String wireName) {
    this.wireName = wireName;
  }

  /** The word in YAML. */
  public String wireName() {
    return wireName;
  }
}
