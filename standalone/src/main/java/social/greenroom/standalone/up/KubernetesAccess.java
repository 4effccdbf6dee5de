package social.greenroom.standalone.up;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.vertx.VertxHttpClientFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.data.StartException;

/** Clients of a Kubernetes API that need no Quarkus around them. */
public final class KubernetesAccess {
  private KubernetesAccess() {}

  /** A client of the API at that address; the caller closes it. */
  public static KubernetesClient client(String url) {
    var config =
        new ConfigBuilder(Config.empty()).withMasterUrl(url).withAutoConfigure(false).build();
    return client(config);
  }

  /**
   * A client of a cluster; the caller closes it.
   *
   * @param context null for the file's current one
   * @throws StartException when the file can't be read, or has no such context
   */
  public static KubernetesClient client(Path kubeconfig, @Nullable String context) {
    if (!Files.isReadable(kubeconfig)) {
      throw new StartException("The kubeconfig %s can't be read.".formatted(kubeconfig));
    }
    var config = Config.fromKubeconfig(context, kubeconfig.toFile());
    if (config.getCurrentContext() == null) {
      throw new StartException(
          "The kubeconfig %s has no context %s; name one with --context."
              .formatted(kubeconfig, context == null ? "that is current" : "'" + context + "'"));
    }
    return client(config);
  }

  private static KubernetesClient client(Config config) {
    return new KubernetesClientBuilder()
        .withConfig(config)
        .withHttpClientFactory(new VertxHttpClientFactory())
        .build();
  }
}
