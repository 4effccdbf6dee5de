package social.greenroom.crds.mcp;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the MCP server is spoken to. */
public enum McpTransport {
  @JsonProperty("StreamableHttp")
  STREAMABLE_HTTP("StreamableHttp");

  private final String wireName;

  McpTransport(String wireName) {
    this.wireName = wireName;
  }

  /** The word in YAML. */
  public String wireName() {
    return wireName;
  }
}
