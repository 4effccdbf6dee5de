package social.greenroom.channels.mastodon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import social.greenroom.channels.failure.NetworkFailure;
import social.greenroom.channels.failure.Words;
import social.greenroom.channels.transfer.ChannelSettings;
import social.greenroom.channels.transfer.HttpTransfer;
import social.greenroom.core.channel.AccountAccess;

/** Calls of one account to its instance. */
final class MastodonApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpTransfer http;
  private final AccountAccess account;
  private final ChannelSettings settings;
  private final Clock clock;

  MastodonApi(HttpTransfer http, AccountAccess account, ChannelSettings settings, Clock clock) {
    this.http = http;
    this.account = account;
    this.settings = settings;
    this.clock = clock;
  }

  JsonNode get(String path) throws NetworkFailure {
    return json(exchange(request(path, settings.call()).GET().build()));
  }

  /** Whether what {@code path} names is ready: the instance answers 206 while it isn't. */
  boolean ready(String path) throws NetworkFailure {
    return exchange(request(path, settings.call()).GET().build()).statusCode() == 200;
  }

  JsonNode post(String path, Object body, String idempotencyKey) throws NetworkFailure {
    return json(
        exchange(
            request(path, settings.call())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(written(body)))
                .build()));
  }

  JsonNode upload(String path, String contentType, BodyPublisher body) throws NetworkFailure {
    return json(
        exchange(
            request(path, settings.upload())
                .header("Content-Type", contentType)
                .POST(body)
                .build()));
  }

  private HttpRequest.Builder request(String path, Duration timeout) throws NetworkFailure {
    try {
      var base = account.endpoint().replaceFirst("/+$", "");
      return HttpRequest.newBuilder(URI.create(base + path))
          .timeout(timeout)
          .header("Authorization", "Bearer " + account.secret())
          .header("Accept", "application/json");
    } catch (IllegalArgumentException e) {
      throw NetworkFailure.refused(
          "The address of the Mastodon instance isn't one that can be called; mend the account.");
    }
  }

  private HttpResponse<String> exchange(HttpRequest request) throws NetworkFailure {
    var response = http.exchange(request);
    http.demandSuccess(response, words(response.body()), clock.instant());
    return response;
  }

  /** What the instance says about an error: {@code {"error": "…"}}. */
  private String words(String body) {
    try {
      var error = JSON.readTree(body).path("error").asText("");
      return Words.clean(error, account.secret());
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  private static JsonNode json(HttpResponse<String> response) throws NetworkFailure {
    try {
      return JSON.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw NetworkFailure.lost("Mastodon answered in a way that we can't read.");
    }
  }

  private static String written(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
