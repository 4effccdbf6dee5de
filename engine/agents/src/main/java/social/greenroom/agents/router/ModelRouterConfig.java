package social.greenroom.agents.router;

import java.net.URI;
import java.time.Duration;

/**
 * Where the models are and how they are asked.
 *
 * @param baseUrl the router's address, with or without {@code /v1} at its end
 * @param apiKey never to be logged
 * @param timeout for one answer, from asking to its last byte
 * @param retries how often a call is repeated that was refused for the moment or broke off
 */
public record ModelRouterConfig(
    URI baseUrl, String apiKey, Shape shape, Models models, Duration timeout, int retries) {
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);
  public static final int DEFAULT_RETRIES = 3;

  public ModelRouterConfig {
    if (baseUrl.getHost() == null
        || !("http".equals(baseUrl.getScheme()) || "https".equals(baseUrl.getScheme()))) {
      throw new IllegalArgumentException(
          "The model router's address has to begin with http:// or https://.");
    }
    if (apiKey.isBlank()) {
      throw new IllegalArgumentException("The model router's key is missing.");
    }
    if (timeout.isZero() || timeout.isNegative() || retries < 0) {
      throw new IllegalArgumentException(
          "The model router's timeout has to be above 0, its retries 0 or more.");
    }
  }

  /** With the default models, timeout and retries. */
  public static ModelRouterConfig of(URI baseUrl, String apiKey, Shape shape) {
    return new ModelRouterConfig(
        baseUrl, apiKey, shape, Models.DEFAULTS, DEFAULT_TIMEOUT, DEFAULT_RETRIES);
  }

  /** The address of the API's version 1, without a slash at the end. */
  String v1() {
    var address = baseUrl.toString().replaceFirst("/+$", "");
    return address.endsWith("/v1") ? address : address + "/v1";
  }

  /** What to call the router in a sentence: no path and no user, which may hold secrets. */
  String name() {
    return baseUrl.getPort() < 0 ? baseUrl.getHost() : baseUrl.getHost() + ":" + baseUrl.getPort();
  }

  @Override
  public String toString() {
    return "ModelRouterConfig[%s, %s]".formatted(name(), shape.wireName());
  }
}
