package social.greenroom.sandbox.mastodon;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/**
 * What a token opens.
 *
 * @param family the consent it stems from: a replayed refresh token ends all of its family
 * @param refresh whether it only buys a new token
 */
record Grant(
    String handle, String scope, String family, String client, boolean refresh, Instant until) {

  static final String EVERYTHING = "read write profile follow push";

  boolean valid(Instant now) {
    return now.isBefore(until);
  }

  /** Whether {@code wanted}, such as {@code write:statuses}, is granted, itself or by its whole. */
  boolean allows(String wanted) {
    var granted = List.of(scope.split(" ", -1));
    int colon = wanted.indexOf(':');
    return granted.contains(wanted) || (colon > 0 && granted.contains(wanted.substring(0, colon)));
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("handle", handle)
        .put("scope", scope)
        .put("family", family)
        .put("client", client)
        .put("refresh", refresh)
        .put("until", until.toString());
  }

  static Grant fromJson(JsonObject json) {
    return new Grant(
        json.getString("handle"),
        json.getString("scope"),
        json.getString("family"),
        json.getString("client"),
        json.getBoolean("refresh"),
        Instant.parse(json.getString("until")));
  }
}
