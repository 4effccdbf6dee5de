package social.greenroom.standalone.kubeapi;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** A custom resource to test with. */
public final class Widgets {

  private static final String GROUP = "test.greenroom.social";

  private Widgets() {}

  /** Defines them, and waits until the API serves them. */
  public static void define(KubernetesClient client) {
    define(client, GROUP, definition());
  }

  /**
   * Defines widgets of another group, so that a test may change their definition. They have no
   * short name: that is the first group's.
   */
  public static void define(KubernetesClient client, String group, String yaml) {
    String named = group.equals(GROUP) ? yaml : yaml.replace("shortNames: [wd], ", "");
    client.load(stream(named.replace(GROUP, group))).serverSideApply();
    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(() -> of(client, group).list() != null);
  }

  /** The YAML of their definition. */
  public static String definition() {
    try (var in = Widgets.class.getResourceAsStream("/kube/widgets.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static MixedOperation<
          GenericKubernetesResource,
          GenericKubernetesResourceList,
          Resource<GenericKubernetesResource>>
      of(KubernetesClient client) {
    return of(client, GROUP);
  }

  public static MixedOperation<
          GenericKubernetesResource,
          GenericKubernetesResourceList,
          Resource<GenericKubernetesResource>>
      of(KubernetesClient client, String group) {
    return client.genericKubernetesResources(
        new ResourceDefinitionContext.Builder()
            .withGroup(group)
            .withVersion("v1")
            .withKind("Widget")
            .withPlural("widgets")
            .withNamespaced(true)
            .build());
  }

  /** A widget of that group. */
  public static GenericKubernetesResource of(String group, String name, String spec) {
    GenericKubernetesResource widget = named(name, spec);
    widget.setApiVersion(group + "/v1");
    return widget;
  }

  private static InputStream stream(String yaml) {
    return new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
  }

  public static GenericKubernetesResource named(String name, String spec) {
    return Serialization.unmarshal(
        """
        apiVersion: test.greenroom.social/v1
        kind: Widget
        metadata: {name: %s}
        spec: %s
        """
            .formatted(name, spec),
        GenericKubernetesResource.class);
  }

  public static GenericKubernetesResource named(String name) {
    return named(name, "{colour: red, channel: mcp}");
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Object> spec(GenericKubernetesResource widget) {
    return (Map<String, Object>) widget.getAdditionalProperties().get("spec");
  }
}
