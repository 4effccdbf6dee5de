package social.greenroom.sandbox.mastodon;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import social.greenroom.sandbox.call.Keys;
import social.greenroom.sandbox.journal.Journal;

/** The instance's access tokens and its single-use refresh tokens. */
final class Tokens {
  private static final Duration ACCESS = Duration.ofHours(2);
  private static final Duration REFRESH = Duration.ofDays(180);

  private final Map<String, Grant> grants = new HashMap<>();
  private final Set<String> spent = new HashSet<>();
  private final Journal journal;
  private final Keys keys;

  Tokens(Journal journal, Keys keys) {
    this.journal = journal;
    this.keys = keys;
    journal.on("grant", fact -> grants.put(fact.getString("digest"), Grant.fromJson(fact)));
    journal.on("spent", fact -> spent.add(fact.getString("digest")));
    journal.on("ungrant", fact -> endFamily(fact.getString("family")));
  }

  private void endFamily(String family) {
    grants.values().removeIf(grant -> grant.family().equals(family));
  }

  /** What a bearer token opens, if it opens anything; {@code sandbox-HANDLE} opens all. */
  Optional<Grant> access(String token) {
    var known = grants.get(Digest.of(token));
    if (known != null) {
      return known.refresh() || !known.valid(Instant.now()) ? Optional.empty() : Optional.of(known);
    }
    return keys.handle(token)
        .map(handle -> new Grant(handle, Grant.EVERYTHING, token, "", false, Instant.MAX));
  }

  /** A new pair of tokens for a consent just given. */
  JsonObject issue(String handle, String scope, String client) {
    return pair(handle, scope, UUID.randomUUID().toString(), client);
  }

  /**
   * A new pair for a refresh token, which is worth nothing afterwards. One that is shown twice was
   * stolen or used by two at once: everything of its family ends.
   */
  Optional<JsonObject> refresh(String token, String client) {
    var digest = Digest.of(token);
    var known = grants.get(digest);
    if (known == null
        || !known.refresh()
        || !known.client().equals(client)
        || !known.valid(Instant.now())) {
      return Optional.empty();
    }
    if (spent.contains(digest)) {
      revokeFamily(known.family());
      return Optional.empty();
    }
    journal.record("spent", new JsonObject().put("digest", digest));
    return Optional.of(pair(known.handle(), known.scope(), known.family(), client));
  }

  /** Ends a token and all that came from the same consent. */
  void revoke(String token) {
    var known = grants.get(Digest.of(token));
    if (known != null) {
      revokeFamily(known.family());
    } else if (keys.handle(token).isPresent()) {
      keys.revoke(token);
    }
  }

  private void revokeFamily(String family) {
    journal.record("ungrant", new JsonObject().put("family", family));
  }

  private JsonObject pair(String handle, String scope, String family, String client) {
    var now = Instant.now();
    var access = Digest.secret();
    var refresh = Digest.secret();
    keep(access, new Grant(handle, scope, family, client, false, now.plus(ACCESS)));
    keep(refresh, new Grant(handle, scope, family, client, true, now.plus(REFRESH)));
    return new JsonObject()
        .put("access_token", access)
        .put("token_type", "Bearer")
        .put("scope", scope)
        .put("created_at", now.getEpochSecond())
        .put("expires_in", ACCESS.toSeconds())
        .put("refresh_token", refresh);
  }

  private void keep(String token, Grant grant) {
    journal.record("grant", grant.toJson().put("digest", Digest.of(token)));
  }
}
