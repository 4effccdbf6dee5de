package social.greenroom.agents.router;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.agents.AgentFailedException;

/** The router's list of models, asked for when a pattern needs it and kept for a while. */
final class ModelCatalogue {
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final JsonMapper JSON = new JsonMapper();

  private final ModelRouterConfig config;
  private final BoundedHttpClient client;
  private final Retries retries;
  private final Clock clock;
  private @Nullable Listing listing;

  private record Listing(List<String> ids, Instant until) {}

  ModelCatalogue(ModelRouterConfig config, BoundedHttpClient client, Retries retries, Clock clock) {
    this.config = config;
    this.client = client;
    this.retries = retries;
    this.clock = clock;
  }

  /** The id of the chosen model. */
  String resolve(ModelChoice choice) throws AgentFailedException {
    var ids = choice.needsList() ? ids() : List.<String>of();
    var id = choice.among(ids);
    if (id.isEmpty()) {
      throw new AgentFailedException(
          "The model router at %s has no model that matches %s; it has %s."
              .formatted(
                  config.name(),
                  choice.written(),
                  ids.isEmpty()
                      ? "none"
                      : String.join(", ", ids.subList(0, Math.min(20, ids.size())))),
          false);
    }
    return id.get();
  }

  /** Asks anew next time: a model of the list turned out to be gone. */
  synchronized void forget() {
    listing = null;
  }

  private synchronized List<String> ids() throws AgentFailedException {
    var now = clock.instant();
    var known = listing;
    if (known == null || now.isAfter(known.until())) {
      known = new Listing(retries.run(this::fetch), now.plus(KEPT));
      listing = known;
    }
    return known.ids();
  }

  private List<String> fetch() {
    try {
      var ids = new ArrayList<String>();
      for (JsonNode model : JSON.readTree(client.execute(request()).bodyBytes()).path("data")) {
        ids.add(model.path("id").asText());
      }
      return List.copyOf(ids);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest request() {
    var request = HttpRequest.builder().method(HttpMethod.GET);
    return switch (config.shape()) {
      case OPENAI ->
          request
              .url(config.v1() + "/models")
              .addHeader("Authorization", "Bearer " + config.apiKey())
              .build();
      case ANTHROPIC ->
          request
              .url(config.v1() + "/models?limit=1000")
              .addHeader("x-api-key", config.apiKey())
              .addHeader("anthropic-version", "2023-06-01")
              .build();
    };
  }
}
