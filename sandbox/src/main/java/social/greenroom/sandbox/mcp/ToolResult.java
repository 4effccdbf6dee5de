package social.greenroom.sandbox.mcp;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * What a tool answers.
 *
 * @param accepted whether the call took effect
 */
public record ToolResult(JsonObject content, boolean accepted) {

  JsonObject toMcp() {
    return new JsonObject()
        .put(
            "content",
            new JsonArray().add(new JsonObject().put("type", "text").put("text", content.encode())))
        .put("isError", !accepted);
  }
}
