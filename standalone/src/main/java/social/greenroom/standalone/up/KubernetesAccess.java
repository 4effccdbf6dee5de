package social.greenroom.standalone.up;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.vertx.VertxHttpClientFactory;

/** Clients of the embedded Kubernetes API that need no Quarkus around them. */
public final class KubernetesAccess {
  private KubernetesAccess() {}

  /** A client of the API at that address; the caller closes it. */
  public static KubernetesClient client(String url) {
    var config =
        new ConfigBuilder(Config.empty()).withMasterUrl(url).withAutoConfigure(false).build();
    return new KubernetesClientBuilder()
        .withConfig(config)
        .withHttpClientFactory(new VertxHttpClientFactory())
        .build();
  }
}
