package social.greenroom.standalone.kubeapi;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.util.Optional;

/**
 * A Kubernetes API of its own, empty, to test against: the embedded one or a real kube-apiserver.
 * The system property {@value #CHOICE} says which, so that the same tests are run against both.
 */
public interface KubeApi extends AutoCloseable {

  /** {@code embedded}, which is also what nothing means, or {@code kube-apiserver}. */
  String CHOICE = "greenroom.test.kube-api";

  /** Starts the API that the system property chooses; it can be used when this returns. */
  static KubeApi start() {
    var choice = System.getProperty(CHOICE, "embedded");
    return switch (choice) {
      case "embedded" -> new EmbeddedApi();
      case "kube-apiserver" -> startServer();
      default ->
          throw new IllegalArgumentException(
              "-D%s=%s is neither 'embedded' nor 'kube-apiserver'.".formatted(CHOICE, choice));
    };
  }

  private static KubeApi startServer() {
    try {
      return ServerApi.start(ServerPrograms.find(System.getenv()));
    } catch (IOException e) {
      throw new IllegalStateException("The kube-apiserver can't be started.", e);
    }
  }

  /** How somebody who may do everything reaches it. */
  Access administrator();

  /** Where every request is written down as a line of JSON, if the API keeps such a log. */
  Optional<AuditLog> auditLog();

  /** A client of the administrator that doesn't try again by itself. */
  default KubernetesClient client(String namespace) {
    return client(administrator(), namespace);
  }

  static KubernetesClient client(Access access, String namespace) {
    var config = new ConfigBuilder(Config.empty()).withMasterUrl(access.url());
    access.token().ifPresent(config::withOauthToken);
    access.certificates().ifPresent(file -> config.withCaCertFile(file.toString()));
    return new KubernetesClientBuilder()
        .withConfig(config.withNamespace(namespace).withRequestRetryBackoffLimit(0).build())
        .build();
  }

  @Override
  void close();
}
