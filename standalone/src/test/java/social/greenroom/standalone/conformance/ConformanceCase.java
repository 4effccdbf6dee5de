package social.greenroom.standalone.conformance;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import social.greenroom.standalone.kubeapi.KubeApi;

/**
 * A test that holds against every Kubernetes API. One API serves all of them, so each works in a
 * namespace of its own.
 */
@ExtendWith(SharedApi.class)
abstract class ConformanceCase {

  /**
   * A controller of a real cluster may take this long, since it looks for new kinds only so often.
   */
  static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final AtomicInteger COUNT = new AtomicInteger();

  final KubeApi api = SharedApi.get();
  final String namespace = "case-" + COUNT.incrementAndGet();
  final KubernetesClient client = api.client(namespace);

  @BeforeEach
  void makeNamespace() {
    client
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
        .create();
  }

  @AfterEach
  void closeClient() {
    client.close();
  }
}
