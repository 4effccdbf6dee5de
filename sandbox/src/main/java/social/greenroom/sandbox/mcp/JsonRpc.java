package social.greenroom.sandbox.mcp;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import social.greenroom.sandbox.exchange.Reply;

/** JSON-RPC 2.0's envelopes and error codes. */
final class JsonRpc {
  static final int PARSE_ERROR = -32700;
  static final int INVALID_REQUEST = -32600;
  static final int METHOD_NOT_FOUND = -32601;
  static final int INVALID_PARAMS = -32602;

  private JsonRpc() {}

  static Reply result(Object id, JsonObject result, boolean accepted) {
    return Reply.json(200, envelope(id).put("result", result), accepted);
  }

  static Reply error(int status, @Nullable Object id, int code, String message) {
    var error = new JsonObject().put("code", code).put("message", message);
    return Reply.refused(status, envelope(id).put("error", error));
  }

  private static JsonObject envelope(@Nullable Object id) {
    return new JsonObject().put("jsonrpc", "2.0").put("id", id);
  }
}
