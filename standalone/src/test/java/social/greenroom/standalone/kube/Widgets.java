package social.greenroom.standalone.kube;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Map;

/** The custom resource of these tests. */
final class Widgets {

  private static final ResourceDefinitionContext CONTEXT =
      new ResourceDefinitionContext.Builder()
          .withGroup("test.greenroom.social")
          .withVersion("v1")
          .withKind("Widget")
          .withPlural("widgets")
          .withNamespaced(true)
          .build();

  private Widgets() {}

  static void define(KubernetesClient client) {
    client.load(Widgets.class.getResourceAsStream("/kube/widgets.yaml")).serverSideApply();
  }

  static MixedOperation<
          GenericKubernetesResource,
          GenericKubernetesResourceList,
          Resource<GenericKubernetesResource>>
      of(KubernetesClient client) {
    return client.genericKubernetesResources(CONTEXT);
  }

  static GenericKubernetesResource named(String name, String spec) {
    return Serialization.unmarshal(
        """
        apiVersion: test.greenroom.social/v1
        kind: Widget
        metadata: {name: %s, namespace: default}
        spec: %s
        """
            .formatted(name, spec),
        GenericKubernetesResource.class);
  }

  static GenericKubernetesResource named(String name) {
    return named(name, "{colour: red, channel: mcp}");
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> spec(GenericKubernetesResource widget) {
    return (Map<String, Object>) widget.getAdditionalProperties().get("spec");
  }
}
