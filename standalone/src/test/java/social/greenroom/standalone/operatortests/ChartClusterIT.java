package social.greenroom.standalone.operatortests;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.greenroom.helm.render.Chart;
import social.greenroom.standalone.kubeapi.GreenroomDefinitions;
import social.greenroom.standalone.kubeapi.KubeApi;

/**
 * A real kube-apiserver takes what the chart renders, and its own admission, told to enforce the
 * restricted profile, takes every pod.
 */
class ChartClusterIT {
  /** Kinds whose types other operators bring. */
  private static final Set<String> OF_OTHERS =
      Set.of("HTTPRoute", "Cluster", "ServiceMonitor", "PrometheusRule");

  private static KubeApi api;
  private static KubernetesClient client;

  @BeforeAll
  static void start() {
    api = KubeApi.start();
    client = api.client(Chart.NAMESPACE);
    GreenroomDefinitions.define(client);
    client.resource(restricted(Chart.NAMESPACE)).create();
  }

  @AfterAll
  static void stop() {
    client.close();
    api.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "defaults",
        "cloudnativepg",
        "ingress",
        "models",
        "monitoring",
        "openshift",
        "placement",
        "sandbox",
        "small",
        "tenants"
      })
  void takesWhatTheChartRenders(String values) {
    var objects = Chart.with(values);
    namespaces(objects);
    for (var object : objects) {
      if (!OF_OTHERS.contains(object.path("kind").asText())) {
        assertThatCode(() -> client.resource(read(object)).dryRun().serverSideApply())
            .as(Chart.title(object))
            .doesNotThrowAnyException();
      }
      var template = object.path("spec").path("template");
      if (template.path("spec").has("containers")) {
        assertThatCode(() -> client.resource(pod(object, template)).dryRun().create())
            .as("a pod of " + Chart.title(object))
            .doesNotThrowAnyException();
      }
    }
  }

  /** What lies in a namespace can be tried only where there is one. */
  private static void namespaces(List<JsonNode> objects) {
    objects.stream()
        .map(object -> object.path("metadata").path("namespace").asText())
        .filter(name -> !name.isEmpty() && client.namespaces().withName(name).get() == null)
        .distinct()
        .forEach(name -> client.resource(restricted(name)).create());
  }

  private static Namespace restricted(String name) {
    return new NamespaceBuilder()
        .withNewMetadata()
        .withName(name)
        .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
        .endMetadata()
        .build();
  }

  private static Pod pod(JsonNode maker, JsonNode template) {
    var pod = client.getKubernetesSerialization().convertValue(template, Pod.class);
    return new PodBuilder(pod)
        .editOrNewMetadata()
        .withName("of-" + maker.path("metadata").path("name").asText())
        .endMetadata()
        .build();
  }

  private static HasMetadata read(JsonNode object) {
    var json = new ByteArrayInputStream(object.toString().getBytes(StandardCharsets.UTF_8));
    return client.load(json).items().get(0);
  }
}
