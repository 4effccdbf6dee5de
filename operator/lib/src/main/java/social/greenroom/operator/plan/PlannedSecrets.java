package social.greenroom.operator.plan;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import social.greenroom.crds.mcp.McpServer;
import social.greenroom.crds.reference.SecretKeyRef;
import social.greenroom.operator.credential.CredentialSecrets;
import social.greenroom.operator.mcp.ServerKey;
import social.greenroom.operator.plan.ResourceChange.Action;
import social.greenroom.operator.status.Verdict;

/** Secrets as they would be after a change. */
final class PlannedSecrets {
  private static final String HIDDEN = "Hidden";

  private final KubernetesClient client;
  private final Map<ResourceKey, Secret> declared = new HashMap<>();

  PlannedSecrets(KubernetesClient client, List<DryRun.Answer> answers) {
    this.client = client;
    for (var answer : answers) {
      var key = answer.change().resource();
      if (key.kind().equals("Secret") && answer.change().action() != Action.REFUSED) {
        declared.put(
            key, client.getKubernetesSerialization().convertValue(answer.after(), Secret.class));
      }
    }
  }

  /**
   * One that may be looked at, or not.
   *
   * @param secret empty where there would be none
   * @param hidden true where who asks may not read it
   */
  private record Sight(Optional<Secret> secret, boolean hidden) {}

  /**
   * The Secret.
   *
   * @throws PlanException when the Kubernetes API can't be asked
   */
  private Sight of(String namespace, String name) {
    var planned = declared.get(new ResourceKey("Secret", namespace, name));
    if (planned != null) {
      return new Sight(Optional.of(planned), false);
    }
    try {
      return new Sight(
          Optional.ofNullable(client.secrets().inNamespace(namespace).withName(name).get()), false);
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
        return new Sight(Optional.empty(), true);
      }
      throw new PlanException(
          "The Kubernetes API can't be asked: %s".formatted(String.valueOf(e.getMessage())), e);
    }
  }

  /** Whether what the reference names may be sent there; a hidden one is taken to be right. */
  Verdict verdict(String namespace, SecretKeyRef ref, CredentialSecrets.Use use) {
    var sight = of(namespace, ref.name());
    return sight.hidden()
        ? hidden(ref.name())
        : CredentialSecrets.foretell(namespace, ref, use, sight.secret().orElse(null));
  }

  /** The same of the key that the server itself asks for. */
  Verdict verdict(McpServer server) {
    var auth = server.getSpec().auth();
    if (auth == null) {
      return ServerKey.foretell(server, null);
    }
    var sight = of(server.getMetadata().getNamespace(), auth.secretRef().name());
    return sight.hidden()
        ? hidden(auth.secretRef().name())
        : ServerKey.foretell(server, sight.secret().orElse(null));
  }

  /** True where it doesn't hold, or nobody can tell. */
  static boolean worthSaying(Verdict verdict) {
    return !verdict.holds() || verdict.reason().equals(HIDDEN);
  }

  private static Verdict hidden(String name) {
    return Verdict.yes(
        HIDDEN,
        "Secret '%s' can't be read from here, so whether it lets its values go there isn't foretold."
            .formatted(name));
  }
}
