package social.greenroom.sandbox.mcp;

import io.vertx.core.json.JsonObject;

/**
 * A tool called for an account.
 *
 * @param truncating whether a text is to be cut before it is stored
 */
public record ToolCall(String handle, JsonObject arguments, boolean truncating) {

  /** The text argument {@code name} as it will be stored; empty if there is none. */
  public String text(String name) {
    var text = arguments.getString(name, "");
    return truncating ? text.substring(0, text.offsetByCodePoints(0, half(text))) : text;
  }

  private static int half(String text) {
    return text.codePointCount(0, text.length()) / 2;
  }
}
