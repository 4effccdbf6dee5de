package social.greenroom.core.network;

import java.util.Locale;

/** How an account is reached. An account keeps the channel it was made with, for ever. */
public enum Channel {
  /** Through an MCP server, such as Composio's. */
  MCP,
  /** Through the network's own HTTP API. */
  API;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Channel of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
