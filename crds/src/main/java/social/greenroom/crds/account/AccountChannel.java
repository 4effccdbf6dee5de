package social.greenroom.crds.account;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How an account is reached; {@code device} and {@code browser} are reserved words, which are
 * refused.
 */
public enum AccountChannel {
  @JsonProperty("mcp")
  MCP("mcp"),
  @JsonProperty("api")
  API("api"),
  @JsonProperty("device")
  DEVICE("device"),
  @JsonProperty("browser")
  BROWSER("browser");

  private final String wireName;

  AccountChannel(String wireName) {
    this.wireName = wireName;
  }

  /** The word in YAML. */
  public String wireName() {
    return wireName;
  }
}
