package social.greenroom.channels.composio;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The network's response headers, as far as an error that was passed on tells them. */
final class ToldHeaders {
  private ToldHeaders() {}

  static HttpHeaders of(JsonNode told) {
    Map<String, List<String>> headers = new HashMap<>();
    told.path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), List.of(header.getValue().asText())));
    if (told.path("retry_after").isNumber()) {
      headers.put("Retry-After", List.of(told.path("retry_after").asText()));
    }
    return HttpHeaders.of(headers, (name, value) -> true);
  }
}
