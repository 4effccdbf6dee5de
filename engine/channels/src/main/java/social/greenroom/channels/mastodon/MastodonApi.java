package social.greenroom.channels.mastodon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import social.greenroom.channels.failure.NetworkFailure;
import social.greenroom.channels.failure.ToldLimits;
import social.greenroom.channels.failure.Words;
import social.greenroom.channels.transfer.ChannelSettings;
import social.greenroom.channels.transfer.HttpTransfer;
import social.greenroom.core.channel.AccountAccess;
import social.greenroom.core.limit.RateLog;
import social.greenroom.core.limit.RateWindow.Scope;

/** Calls of one account to its instance. */
final class MastodonApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final ToldLimits LIMITS = new ToldLimits(Scope.ACCOUNT, "calls");

  private final HttpTransfer http;
  private final AccountAccess account;
  private final ChannelSettings settings;
  private final Clock clock;
  private final RateLog rates;

  MastodonApi(
      HttpTransfer http,
      AccountAccess account,
      ChannelSettings settings,
      Clock clock,
      RateLog rates) {
    this.http = http;
    this.account = account;
    this.settings = settings;
    this.clock = clock;
    this.rates = rates;
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

  /** Sends a form. */
  void form(String path, Map<String, String> fields) throws NetworkFailure {
    var body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    exchange(
        request(path, settings.call())
            .setHeader("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
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
    LIMITS
        .in(response.headers(), clock.instant())
        .ifPresent(told -> rates.told(account.accountId(), told));
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
