package social.greenroom.operator.mcp;

import io.fabric8.kubernetes.client.KubernetesClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.mcp.McpServer;
import social.greenroom.operator.job.JobLabels;
import social.greenroom.operator.status.Verdict;

/** The key that a server itself asks for, from its Secret. */
@ApplicationScoped
class ServerKey {
  private final KubernetesClient client;

  ServerKey(KubernetesClient client) {
    this.client = client;
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
    var ref = auth.secretRef();
    if (JobLabels.own(ref.name())) {
      return new Found(
          Verdict.no(
              "SecretRefused",
              "Secret '%s' is Greenroom's own; name the one with the server's key in auth.secretRef."
                  .formatted(ref.name())),
          null);
    }
    var secret =
        client
            .secrets()
            .inNamespace(server.getMetadata().getNamespace())
            .withName(ref.name())
            .get();
    return Optional.ofNullable(secret)
        .flatMap(found -> Optional.ofNullable(found.getData()))
        .flatMap(data -> Optional.ofNullable(data.get(ref.key())))
        .map(encoded -> new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8))
        .filter(key -> !key.isBlank())
        .map(key -> new Found(Verdict.yes("KeyFound", "The key is there."), key))
        .orElseGet(
            () ->
                new Found(
                    Verdict.notYet(
                        "SecretMissing",
                        "Secret '%s' has no key '%s'; make it, or correct auth.secretRef."
                            .formatted(ref.name(), ref.key())),
                    null));
  }
}
