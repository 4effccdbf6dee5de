package social.greenroom.sandbox.mastodon;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import social.greenroom.sandbox.journal.Journal;

/** The applications that registered themselves with the instance. */
final class Apps {
  /**
   * An application.
   *
   * @param secretDigest the digest of its secret
   */
  record App(
      String clientId, String secretDigest, String name, List<String> redirects, String scopes) {
    boolean knows(String secret) {
      return secretDigest.equals(Digest.of(secret));
    }
  }

  private final Map<String, App> apps = new HashMap<>();
  private final Journal journal;

  Apps(Journal journal) {
    this.journal = journal;
    journal.on("app", this::apply);
  }

  private void apply(JsonObject fact) {
    var app =
        new App(
            fact.getString("clientId"),
            fact.getString("secretDigest"),
            fact.getString("name"),
            List.of(fact.getString("redirects").split("\\s+", -1)),
            fact.getString("scopes"));
    apps.put(app.clientId(), app);
  }

  /** Registers an application; the answer is the only place where its secret is told. */
  JsonObject register(String name, String redirects, String scopes) {
    var id = UUID.randomUUID().toString().replace("-", "");
    var secret = Digest.secret();
    journal.record(
        "app",
        new JsonObject()
            .put("clientId", id)
            .put("secretDigest", Digest.of(secret))
            .put("name", name)
            .put("redirects", redirects)
            .put("scopes", scopes));
    return new JsonObject()
        .put("id", id)
        .put("name", name)
        .put("redirect_uri", redirects)
        .put("scopes", List.of(scopes.split(" ", -1)))
        .put("client_id", id)
        .put("client_secret", secret)
        .put("client_secret_expires_at", 0);
  }

  Optional<App> find(String clientId) {
    return Optional.ofNullable(apps.get(clientId));
  }
}
