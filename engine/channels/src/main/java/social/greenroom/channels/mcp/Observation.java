package social.greenroom.channels.mcp;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The status and headers of the last answer to a message. The MCP client's own exceptions tell
 * neither, but a rate limit's end is in a header, and a status says whether the server acted.
 */
final class Observation {
  /** What the HTTP answer said before its body. */
  record Answer(int status, HttpHeaders headers) {
    boolean success() {
      return status / 100 == 2;
    }
  }

  private final AtomicReference<@Nullable Answer> last = new AtomicReference<>();

  void forget() {
    last.set(null);
  }

  void saw(ResponseInfo info) {
    last.set(new Answer(info.statusCode(), info.headers()));
  }

  @Nullable Answer last() {
    return last.get();
  }
}
