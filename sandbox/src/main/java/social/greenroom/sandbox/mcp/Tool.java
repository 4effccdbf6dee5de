package social.greenroom.sandbox.mcp;

import io.vertx.core.json.JsonObject;
import java.util.function.Function;
import social.greenroom.sandbox.call.Operation;

/**
 * A tool of an MCP server.
 *
 * @param inputSchema the JSON schema of its arguments
 */
public record Tool(
    String name,
    String description,
    Operation operation,
    JsonObject inputSchema,
    Function<ToolCall, ToolResult> action) {

  JsonObject toMcp() {
    return new JsonObject()
        .put("name", name)
        .put("description", description)
        .put("inputSchema", inputSchema);
  }
}
