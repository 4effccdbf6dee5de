package social.greenroom.channels.failure;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Optional;
import social.greenroom.core.limit.RateWindow;
import social.greenroom.core.limit.RateWindow.Scope;

/**
 * Reads what an answer says of a rate limit: {@code X-RateLimit-Limit}, {@code -Remaining} and
 * {@code -Reset}, as Mastodon, X and many others write them.
 */
public record ToldLimits(Scope scope, String name) {

  /** The window, if the headers tell one that a caller can wait for. */
  public Optional<RateWindow> in(HttpHeaders headers, Instant now) {
    var remaining = number(headers, "X-RateLimit-Remaining");
    var reset = headers.firstValue("X-RateLimit-Reset").flatMap(new ComeBack(now)::reset);
    if (remaining.isEmpty() || reset.isEmpty()) {
      return Optional.empty();
    }
    var allowed = number(headers, "X-RateLimit-Limit").orElse(null);
    return Optional.of(new RateWindow(scope, name, allowed, remaining.get(), reset.get()));
  }

  private static Optional<Long> number(HttpHeaders headers, String name) {
    return headers
        .firstValue(name)
        .map(String::strip)
        .filter(value -> value.matches("\\d{1,15}"))
        .map(Long::valueOf);
  }
}
