package social.greenroom.crds.mcp;

/** The conditions of an MCP server, beside the standard ones. */
public final class McpServerConditions {
  private McpServerConditions() {}

  /** True when the last call through the server was answered; unknown until there was one. */
  public static final String REACHABLE = "Reachable";
}
