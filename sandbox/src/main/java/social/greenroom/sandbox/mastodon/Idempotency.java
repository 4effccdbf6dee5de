package social.greenroom.sandbox.mastodon;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.greenroom.sandbox.journal.Journal;

/** Which status an idempotency key made; kept for an hour, as Mastodon does. */
final class Idempotency {
  private static final Duration KEPT = Duration.ofHours(1);

  private record Made(String id, Instant at) {}

  private final Map<String, Made> made = new HashMap<>();
  private final Journal journal;

  Idempotency(Journal journal) {
    this.journal = journal;
    journal.on(
        "idempotent",
        fact ->
            made.put(
                fact.getString("key"),
                new Made(fact.getString("id"), Instant.parse(fact.getString("at")))));
  }

  Optional<String> find(String handle, @Nullable String key) {
    var oldest = Instant.now().minus(KEPT);
    return Optional.ofNullable(key)
        .map(given -> made.get(handle + ' ' + given))
        .filter(known -> known.at().isAfter(oldest))
        .map(Made::id);
  }

  void keep(String handle, @Nullable String key, String id) {
    if (key != null) {
      journal.record(
          "idempotent",
          new JsonObject()
              .put("key", handle + ' ' + key)
              .put("id", id)
              .put("at", Instant.now().toString()));
    }
  }
}
