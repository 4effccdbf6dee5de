package social.greenroom.standalone.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import social.greenroom.standalone.data.Endpoints.DemoUser;

/** The REST API as one signed-in person uses it. */
final class Rest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String base;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();
  private String csrfToken = "";

  private Rest(String base) {
    this.base = base;
  }

  static Rest signIn(RunningGreenroom greenroom, DemoUser user) throws Exception {
    var rest = new Rest(greenroom.endpoints().web());
    rest.csrfToken =
        rest.send(
                "POST",
                "/api/v1/session",
                Map.of("email", user.email(), "password", user.password()))
            .get("csrfToken")
            .asText();
    return rest;
  }

  /** The ids of what waits for a yes. */
  Set<String> waiting() throws Exception {
    return withState("awaiting_approval").stream()
        .map(variant -> variant.get("id").asText())
        .collect(Collectors.toSet());
  }

  /** The first of those on that network, or null. */
  JsonNode waitingOn(String network) throws Exception {
    return withState("awaiting_approval").stream()
        .filter(variant -> variant.at("/account/platform").asText().equals(network))
        .findFirst()
        .orElse(null);
  }

  List<JsonNode> withState(String state) throws Exception {
    return listed("/api/v1/variants?limit=200&state=" + state);
  }

  List<JsonNode> variants() throws Exception {
    return listed("/api/v1/variants?limit=200");
  }

  private List<JsonNode> listed(String path) throws Exception {
    var items = new ArrayList<JsonNode>();
    send("GET", path, null).get("items").forEach(items::add);
    return items;
  }

  void approveNow(JsonNode variant) throws Exception {
    approve(variant, "now");
  }

  /** Says yes to it, for that instant or {@code now}. */
  void approve(JsonNode variant, String publishAt) throws Exception {
    send(
        "POST",
        "/api/v1/variants/" + variant.get("id").asText() + "/approval",
        Map.of("contentHash", variant.get("contentHash").asText(), "publishAt", publishAt));
  }

  /** Makes a thread of it; returns it as it is then. */
  JsonNode thread(JsonNode variant, String first, List<String> others) throws Exception {
    return send(
        "PATCH",
        "/api/v1/variants/" + variant.get("id").asText(),
        Map.of(
            "version",
            variant.get("version").asInt(),
            "text",
            first,
            "thread",
            others,
            "link",
            ""));
  }

  static String json(Object value) throws Exception {
    return JSON.writeValueAsString(value);
  }

  /** The talents' series, by name. */
  JsonNode series(String name) throws Exception {
    for (var one : send("GET", "/api/v1/series", null).get("items")) {
      if (one.get("name").asText().equals(name)) {
        return one;
      }
    }
    throw new AssertionError("There is no series " + name + ".");
  }

  JsonNode pause(JsonNode series) throws Exception {
    return send("POST", "/api/v1/series/%s/pause".formatted(series.get("id").asText()), null);
  }

  /** The sentences of what happened, newest first. */
  List<String> activity() throws Exception {
    var sentences = new ArrayList<String>();
    send("GET", "/api/v1/activity?limit=200", null)
        .get("items")
        .forEach(item -> sentences.add(item.get("sentence").asText()));
    return sentences;
  }

  private JsonNode send(String method, String path, Object body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/json")
            .header("X-CSRF-Token", csrfToken)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build();
    var response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new AssertionError(
          "%s %s answered %d: %s".formatted(method, path, response.statusCode(), response.body()));
    }
    return JSON.readTree(response.body());
  }
}
