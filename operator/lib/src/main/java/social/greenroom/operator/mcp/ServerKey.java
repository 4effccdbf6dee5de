package social.greenroom.operator.mcp;

import io.fabric8.kubernetes.api.model.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.egress.AddressHost;
import social.greenroom.crds.mcp.McpServer;
import social.greenroom.operator.credential.CredentialSecrets;
import social.greenroom.operator.status.Verdict;

/** The key that a server itself asks for, from its Secret. */
@ApplicationScoped
public class ServerKey {
  private static final Verdict NO_KEY = Verdict.yes("NoKey", "The server asks for no key.");
  private static final Verdict NO_HOST =
      Verdict.no("InvalidUrl", "url names no host that a key could be sent to; correct it.");

  private final CredentialSecrets secrets;

  ServerKey(CredentialSecrets secrets) {
    this.secrets = secrets;
  }

  /**
   * @param value null where the server asks for none, or the Secret lacks it
   */
  record Found(Verdict verdict, @Nullable String value) {
    @Override
    public String toString() {
      return "Found[%s]".formatted(verdict.reason());
    }
  }

  Found of(McpServer server) {
    var auth = server.getSpec().auth();
    if (auth == null) {
      return new Found(NO_KEY, null);
    }
    var host = AddressHost.of(server.getSpec().url());
    if (host.isEmpty()) {
      return new Found(NO_HOST, null);
    }
    var use = use(host.get());
    var found = secrets.find(server.getMetadata().getNamespace(), auth.secretRef(), use, null);
    var credential = found.credential();
    return new Found(found.verdict(), credential == null ? null : credential.value());
  }

  /**
   * What would come of the server's key.
   *
   * @param secret the one that it names, as it would be; null where there would be none
   */
  public static Verdict foretell(McpServer server, @Nullable Secret secret) {
    var auth = server.getSpec().auth();
    if (auth == null) {
      return NO_KEY;
    }
    var namespace = server.getMetadata().getNamespace();
    return AddressHost.of(server.getSpec().url())
        .map(host -> CredentialSecrets.foretell(namespace, auth.secretRef(), use(host), secret))
        .orElse(NO_HOST);
  }

  private static CredentialSecrets.Use use(String host) {
    return new CredentialSecrets.Use("auth.secretRef", "url", host);
  }
}
