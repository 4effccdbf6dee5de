package social.greenroom.sandbox.mcp;

import io.vertx.core.json.JsonObject;
import social.greenroom.sandbox.fault.Truncation;

/**
 * A tool called for an account.
 *
 * @param truncating whether a text is to be cut before it is stored
 */
public record ToolCall(String handle, JsonObject arguments, boolean truncating) {

  /** The text argument {@code name} as it will be stored; empty if there is none. */
  public String text(String name) {
    var text = arguments.getString(name, "");
    return truncating ? Truncation.of(text) : text;
  }
}
