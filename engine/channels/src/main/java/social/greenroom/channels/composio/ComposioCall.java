package social.greenroom.channels.composio;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Map;
import social.greenroom.channels.failure.NetworkFailure;
import social.greenroom.channels.mcp.McpSession;

/** Calls of Composio's tools within a session. */
public record ComposioCall(McpSession session, ComposioReader reader, Clock clock) {

  /** The data of the tool's answer. */
  public JsonNode data(String operation, Map<String, Object> arguments) throws NetworkFailure {
    return reader.data(session.call(operation, arguments), clock.instant());
  }

  /** As {@link #data}, for a call after whose failure nobody sees anything of the post. */
  public JsonNode prepare(String operation, Map<String, Object> arguments) throws NetworkFailure {
    try {
      return data(operation, arguments);
    } catch (NetworkFailure e) {
      throw e.whilePreparing();
    }
  }

  /** The first of {@code fields} that the data has as a text. */
  public static String text(JsonNode data, String... fields) {
    for (var field : fields) {
      var value = data.at("/" + field.replace('.', '/'));
      if (value.isValueNode() && !value.asText("").isBlank()) {
        return value.asText();
      }
    }
    return "";
  }
}
