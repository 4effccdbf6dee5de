package social.greenroom.sandbox.composio;

import io.vertx.core.json.JsonObject;
import social.greenroom.sandbox.mcp.ToolResult;

/** Composio's shape of a tool's answer: {@code {data, successful, error}}. */
final class Answer {
  private Answer() {}

  static ToolResult ok(JsonObject data) {
    return new ToolResult(
        new JsonObject().put("data", data).put("successful", true).putNull("error"), true);
  }

  /**
   * The network refused: Composio passes its status and words on.
   *
   * @param url the network's endpoint, which Composio names in its error
   */
  static ToolResult refused(int status, String reason, String url, JsonObject message) {
    var httpError =
        "%d %s Error: %s for url: %s"
            .formatted(status, status < 500 ? "Client" : "Server", reason, url);
    return failed(
        message.encode(),
        new JsonObject()
            .put("http_error", httpError)
            .put("status_code", status)
            .put("message", message.encode()));
  }

  static ToolResult invalid(String complaint) {
    return failed(complaint, new JsonObject());
  }

  private static ToolResult failed(String error, JsonObject data) {
    return new ToolResult(
        new JsonObject().put("data", data).put("successful", false).put("error", error), false);
  }
}
