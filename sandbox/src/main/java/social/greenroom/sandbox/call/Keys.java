package social.greenroom.sandbox.call;

import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import social.greenroom.sandbox.journal.Journal;

/**
 * The credentials that the sandbox takes without ceremony: {@code sandbox-HANDLE} is the account
 * HANDLE, unless it was revoked.
 */
public final class Keys {
  private static final Pattern KEY = Pattern.compile("sandbox-([\\p{Alnum}._@-]{1,100})");

  private final Set<String> revoked = new HashSet<>();
  private final Journal journal;

  public Keys(Journal journal) {
    this.journal = journal;
    journal.on("revoke", fact -> revoked.add(fact.getString("key")));
    journal.on("reinstate", fact -> revoked.clear());
  }

  /** The account a key opens, if it opens one. */
  public Optional<String> handle(String key) {
    var match = KEY.matcher(key);
    return match.matches() && !revoked.contains(key)
        ? Optional.of(match.group(1))
        : Optional.empty();
  }

  public void revoke(String key) {
    journal.record("revoke", new JsonObject().put("key", key));
  }

  /** Makes every revoked key good again. */
  public void reinstate() {
    journal.record("reinstate", new JsonObject());
  }
}
