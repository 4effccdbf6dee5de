package social.greenroom.standalone.kube;

import io.agroal.api.AgroalDataSource;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import social.greenroom.standalone.kubeapi.Widgets;

/** A test with an API of its own, on an empty database, and a client of it. */
abstract class KubeCase {

  static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes();

  final AgroalDataSource database = KubeDatabase.empty();
  EmbeddedKube kube;
  KubernetesClient client;

  @BeforeEach
  void startKube() {
    kube = EmbeddedKube.start(KubeConfig.of("127.0.0.1", 0, database, KEY));
    client = clientOf(kube);
    Widgets.define(client);
  }

  @AfterEach
  void stop() {
    stopKube();
    database.close();
  }

  void stopKube() {
    client.close();
    kube.close();
  }

  static KubernetesClient clientOf(EmbeddedKube kube) {
    return clientOf(kube.url());
  }

  static KubernetesClient clientOf(String url) {
    return new KubernetesClientBuilder()
        .withConfig(
            new ConfigBuilder(Config.empty())
                .withMasterUrl(url)
                .withNamespace("default")
                .withRequestRetryBackoffLimit(0)
                .build())
        .build();
  }
}
