package social.greenroom.sandbox.exchange;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a network answers.
 *
 * @param accepted whether the call took effect; what {@code /stats.json} counts
 */
public record Reply(int status, Map<String, String> headers, Buffer body, boolean accepted) {

  /** The call took effect. */
  public static Reply ok(JsonObject body) {
    return json(200, body, true);
  }

  /** The call didn't take effect, for a reason the body tells. */
  public static Reply refused(int status, JsonObject body) {
    return json(status, body, false);
  }

  public static Reply json(int status, JsonObject body, boolean accepted) {
    return new Reply(status, Map.of("Content-Type", "application/json"), body.toBuffer(), accepted);
  }

  /** The same answer with one more header. */
  public Reply with(String header, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new Reply(status, Map.copyOf(all), body, accepted);
  }

  /** Sends the answer; a caller who has hung up gets nothing. */
  public void send(HttpServerResponse response) {
    if (response.closed() || response.ended()) {
      return;
    }
    response.setStatusCode(status);
    headers.forEach(response::putHeader);
    response.end(body);
  }
}
