package social.greenroom.operator.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.reference.SecretKeyRef;
import social.greenroom.operator.credential.CredentialSecrets;
import social.greenroom.operator.status.Verdict;
import social.greenroom.store.database.TenantSession;

/**
 * What becomes of the accounts' tokens when their networks are reached at another host: one from a
 * Secret is sealed for it, if the Secret lets it go there; one from the page isn't.
 */
final class TokensFollow {
  private static final Pattern FROM_SECRET =
      Pattern.compile("secret (?<name>[^/ ]+)/(?<key>[^/ ]+) version .*");

  private final TenantSession session;
  private final PlannedSecrets secrets;
  private final String namespace;

  TokensFollow(TenantSession session, PlannedSecrets secrets, String namespace) {
    this.session = session;
    this.secrets = secrets;
    this.namespace = namespace;
  }

  /**
   * By account, why its token doesn't go along, or that nobody can tell; those of the others do.
   */
  Map<UUID, String> follow() {
    var left = new HashMap<UUID, String>();
    Reach.all(session)
        .forEach(
            (id, reach) -> {
              if (reach.astray()) {
                var verdict = verdict(reach);
                if (verdict.holds()) {
                  session.credentials().bind(id, reach.host().orElse(""));
                }
                if (PlannedSecrets.worthSaying(verdict)) {
                  left.put(id, verdict.sentence());
                }
              }
            });
    return left;
  }

  private Verdict verdict(Reach reach) {
    var ref = reach.token().map(token -> secret(token.source())).orElse(null);
    var host = reach.host().orElse("");
    if (ref == null) {
      return Verdict.no(
          "NotFromSecret", "Its token was kept in the page for another host: connect it again.");
    }
    var server = reach.server();
    var address = server == null ? "endpoint" : "url of McpServer '%s'".formatted(server.name());
    return secrets.verdict(
        namespace, ref, new CredentialSecrets.Use("credentials.secretRef", address, host));
  }

  private static @Nullable SecretKeyRef secret(@Nullable String source) {
    var found = source == null ? null : FROM_SECRET.matcher(source);
    return found != null && found.matches()
        ? new SecretKeyRef(found.group("name"), found.group("key"))
        : null;
  }
}
