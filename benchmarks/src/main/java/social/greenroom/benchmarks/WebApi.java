package social.greenroom.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.data.Endpoints.DemoUser;

/** The REST API as one signed-in person uses it. */
final class WebApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String base;
  private final HttpClient http;
  private String csrfToken = "";
  private String idempotencyKey = "";

  private WebApi(String base) {
    this.base = base;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
  }

  static WebApi signIn(String base, DemoUser user) throws Exception {
    var api = new WebApi(base);
    var session =
        api.send(
            "POST", "/api/v1/session", Map.of("email", user.email(), "password", user.password()));
    api.csrfToken = session.get("csrfToken").asText();
    return api;
  }

  /** All items of a list, page by page. */
  List<JsonNode> all(String path) throws Exception {
    var items = new ArrayList<JsonNode>();
    var cursor = "";
    do {
      var page = send("GET", path + cursor, null);
      page.get("items").forEach(items::add);
      var next = page.get("nextCursor");
      cursor = next == null || next.isNull() ? "" : "&cursor=" + next.asText();
    } while (!cursor.isEmpty());
    return items;
  }

  /** Asks for a post, each time anew. */
  void ask(Object request) throws Exception {
    idempotencyKey = UUID.randomUUID().toString();
    send("POST", "/api/v1/post-requests", request);
  }

  JsonNode post(String path, Object body) throws Exception {
    return send("POST", path, body);
  }

  private JsonNode send(String method, String path, @Nullable Object body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .header("X-CSRF-Token", csrfToken)
            .header("Idempotency-Key", idempotencyKey)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build();
    var response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          "%s %s answered %d: %s".formatted(method, path, response.statusCode(), response.body()));
    }
    return JSON.readTree(response.body());
  }
}
