package social.greenroom.sandbox.mastodon;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import social.greenroom.sandbox.exchange.Reply;

/** Counts an account's calls in windows of five minutes; a generous instance, but not endless. */
final class RateWindow {
  private static final int LIMIT = 30_000;
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final Map<String, Integer> used = new HashMap<>();
  private Instant reset = Instant.now().plus(WINDOW);

  /** Takes one call; false when the account has none left. */
  boolean take(String handle) {
    var now = Instant.now();
    if (!now.isBefore(reset)) {
      used.clear();
      reset = now.plus(WINDOW);
    }
    return used.merge(handle, 1, Integer::sum) <= LIMIT;
  }

  Instant reset() {
    return reset;
  }

  Reply tell(String handle, Reply reply) {
    if (reply.headers().containsKey("X-RateLimit-Limit")) {
      return reply;
    }
    int left = Math.max(0, LIMIT - used.getOrDefault(handle, 0));
    return reply
        .with("X-RateLimit-Limit", Integer.toString(LIMIT))
        .with("X-RateLimit-Remaining", Integer.toString(left))
        .with("X-RateLimit-Reset", reset.toString());
  }
}
