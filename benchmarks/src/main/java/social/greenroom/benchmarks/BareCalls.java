package social.greenroom.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/** Calls of the sandbox, without anything of Greenroom's. */
final class BareCalls {
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** As Greenroom calls networks. */
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Has the sandbox answer after so long. */
  void slow(String sandbox, int millis) throws Exception {
    post(sandbox + "/latency", "{\"ms\":%d}".formatted(millis), "", "");
  }

  /** How many posts a second are taken by the calls that publishing makes, so many at once. */
  double perSecond(String sandbox, int posts, int parallel) throws Exception {
    return posts / Parallel.seconds(posts, parallel, LONGEST, i -> publish(sandbox, i));
  }

  private void publish(String sandbox, int i) {
    var token = "sandbox-bench" + i;
    try {
      send(
          HttpRequest.newBuilder(
                  URI.create(sandbox + "/mastodon/api/v1/accounts/verify_credentials"))
              .header("Authorization", "Bearer " + token)
              .build());
      post(
          sandbox + "/mastodon/api/v1/statuses",
          "{\"status\":\"A bare call, number %d\"}".formatted(i),
          token,
          UUID.randomUUID().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many posts the sandbox has taken so far, as it counts its calls. */
  long taken(String sandbox) throws Exception {
    return get(sandbox + "/stats.json").path("mastodon").path("publish").path("accepted").asLong();
  }

  JsonNode get(String address) throws Exception {
    return JSON.readTree(send(HttpRequest.newBuilder(URI.create(address)).build()));
  }

  private void post(String address, String body, String token, String key)
      throws IOException, InterruptedException {
    send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    var response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() >= 400) {
      throw new IOException("%s: %s".formatted(request.uri(), response.body()));
    }
    return response.body();
  }
}
