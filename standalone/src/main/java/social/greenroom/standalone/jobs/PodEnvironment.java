package social.greenroom.standalone.jobs;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Resolves a container's environment as a kubelet does: values, Secrets by key, whole Secrets. */
final class PodEnvironment {
  private final KubernetesClient client;

  PodEnvironment(KubernetesClient client) {
    this.client = client;
  }

  /**
   * @throws MissingSecretException when a Secret or key that isn't optional is missing
   */
  Map<String, String> resolve(String namespace, Container container) throws MissingSecretException {
    var environment = new HashMap<String, String>();
    for (var source : container.getEnvFrom()) {
      if (source.getSecretRef() != null) {
        secret(namespace, source.getSecretRef().getName())
            .forEach((key, value) -> environment.put(key, decode(value)));
      }
    }
    for (var variable : container.getEnv()) {
      var from = variable.getValueFrom();
      if (from != null && from.getSecretKeyRef() != null) {
        var reference = from.getSecretKeyRef();
        var value = secret(namespace, reference.getName()).get(reference.getKey());
        if (value == null) {
          throw new MissingSecretException(
              "Secret %s has no key %s.".formatted(reference.getName(), reference.getKey()));
        }
        environment.put(variable.getName(), decode(value));
      } else if (variable.getValue() != null) {
        environment.put(variable.getName(), variable.getValue());
      }
    }
    return environment;
  }

  private Map<String, String> secret(String namespace, String name) throws MissingSecretException {
    var secret = client.secrets().inNamespace(namespace).withName(name).get();
    if (secret == null || secret.getData() == null) {
      throw new MissingSecretException("Secret %s isn't there.".formatted(name));
    }
    return secret.getData();
  }

  private static String decode(String value) {
    return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
  }

  /** A container can't start for want of a Secret; it is tried again. */
  static final class MissingSecretException extends Exception {
    private static final long serialVersionUID = 1L;

    MissingSecretException(String message) {
      super(message);
    }
  }
}
