package social.greenroom.sandbox.rehearsal;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A signed-in person's way to the REST API. */
final class Visitor {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int UNAVAILABLE = 503;
  private static final int TRIES = 30;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LONGEST).build();
  private final URI api;
  private String cookie = "";
  private String csrf = "";

  Visitor(URI api) {
    this.api = api;
  }

  /** The cookie is carried by hand: over plain HTTP no browser would send one marked Secure. */
  void signIn(String email, String password)
      throws IOException, InterruptedException, RehearsalFailedException {
    var credentials = new JsonObject().put("email", email).put("password", password);
    var answer = send("POST", "/session", body(credentials), Map.of());
    cookie =
        answer
            .headers()
            .firstValue("Set-Cookie")
            .map(header -> header.split(";", 2)[0])
            .orElseThrow(() -> new RehearsalFailedException("Signing in set no cookie."));
    csrf = new JsonObject(answer.body()).getString("csrfToken");
  }

  JsonObject get(String path) throws IOException, InterruptedException, RehearsalFailedException {
    return new JsonObject(send("GET", path, BodyPublishers.noBody(), Map.of()).body());
  }

  JsonObject post(String path, JsonObject body)
      throws IOException, InterruptedException, RehearsalFailedException {
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    return new JsonObject(send("POST", path, body(body), key).body());
  }

  private static BodyPublisher body(JsonObject json) {
    return BodyPublishers.ofString(json.encode());
  }

  /** What stands at an address that isn't the API's. */
  String read(URI address) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(address).timeout(LONGEST).build();
    return http.send(request, BodyHandlers.ofString()).body();
  }

  private HttpResponse<String> send(
      String method, String path, BodyPublisher body, Map<String, String> headers)
      throws IOException, InterruptedException, RehearsalFailedException {
    var request =
        HttpRequest.newBuilder(api.resolve("/api/v1" + path))
            .timeout(LONGEST)
            .method(method, body)
            .header("Accept", "application/json")
            .header("Content-Type", "application/json");
    headers.forEach(request::header);
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie).header("X-CSRF-Token", csrf);
    }
    var answer = patiently(request.build());
    if (answer.statusCode() >= 300) {
      throw new RehearsalFailedException(
          "%s %s answered %d: %s".formatted(method, path, answer.statusCode(), answer.body()));
    }
    return answer;
  }

  /**
   * An answer of 503 says that nothing was changed, and to come again: a database may be failing
   * over.
   */
  private HttpResponse<String> patiently(HttpRequest request)
      throws IOException, InterruptedException {
    var answer = http.send(request, BodyHandlers.ofString());
    for (int tries = 1; answer.statusCode() == UNAVAILABLE && tries < TRIES; tries++) {
      TimeUnit.SECONDS.sleep(1);
      answer = http.send(request, BodyHandlers.ofString());
    }
    return answer;
  }
}
