package social.greenroom.operator.mcp;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.egress.AddressHost;
import social.greenroom.crds.mcp.McpServer;
import social.greenroom.operator.credential.CredentialSecrets;
import social.greenroom.operator.status.Verdict;

/** The key that a server itself asks for, from its Secret. */
@ApplicationScoped
class ServerKey {
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
      return new Found(Verdict.yes("NoKey", "The server asks for no key."), null);
    }
    var host = AddressHost.of(server.getSpec().url());
    if (host.isEmpty()) {
      return new Found(
          Verdict.no("InvalidUrl", "url names no host that a key could be sent to; correct it."),
          null);
    }
    var use = new CredentialSecrets.Use("auth.secretRef", "url", host.get());
    var found = secrets.find(server.getMetadata().getNamespace(), auth.secretRef(), use, null);
    var credential = found.credential();
    return new Found(found.verdict(), credential == null ? null : credential.value());
  }
}
