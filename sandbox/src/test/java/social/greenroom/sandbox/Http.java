package social.greenroom.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A plain HTTP client of the sandbox. */
public final class Http {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String baseUrl;

  public Http(Sandbox sandbox) {
    this(sandbox.baseUrl());
  }

  public Http(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  public HttpResponse<String> delete(String path, String... headers) {
    return send("DELETE", path, BodyPublishers.noBody(), headers);
  }

  public HttpResponse<String> post(String path, JsonObject body, String... headers) {
    var all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Content-Type", "application/json"));
    return send("POST", path, BodyPublishers.ofString(body.encode()), all.toArray(String[]::new));
  }

  public HttpResponse<String> form(String path, Map<String, String> fields, String... headers) {
    var encoded =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    var all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Content-Type", "application/x-www-form-urlencoded"));
    return send("POST", path, BodyPublishers.ofString(encoded), all.toArray(String[]::new));
  }

  public HttpResponse<String> send(
      String method, String path, BodyPublisher body, String... headers) {
    try {
      return sendUnguarded(method, path, body, headers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public HttpResponse<String> sendUnguarded(
      String method, String path, BodyPublisher body, String... headers) throws IOException {
    var uri = URI.create(path.startsWith("http") ? path : baseUrl + path);
    var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  public JsonArray timeline(String query) {
    return new JsonArray(get("/timeline.json" + query).body());
  }

  /** What {@code /stats.json} counts for an operation. */
  public JsonObject count(String network, String operation) {
    return new JsonObject(get("/stats.json").body())
        .getJsonObject(network, new JsonObject())
        .getJsonObject(operation, new JsonObject().put("accepted", 0).put("refused", 0));
  }

  public void fault(JsonObject fault) {
    if (post("/faults", fault).statusCode() != 201) {
      throw new IllegalStateException("The fault was refused");
    }
  }
}
