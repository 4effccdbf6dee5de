package social.greenroom.helm.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * A pod as policies see it.
 *
 * @param ports the numbers of its ports by name
 */
public record PodView(
    String namespace,
    Map<String, String> namespaceLabels,
    Map<String, String> labels,
    Map<String, Integer> ports) {
  private static final String NAME = "kubernetes.io/metadata.name";

  /** Of an object with a template of pods. */
  public static PodView of(String namespace, JsonNode maker) {
    var ports = new TreeMap<String, Integer>();
    for (var container : RestrictedProfile.podSpec(maker).path("containers")) {
      container
          .path("ports")
          .forEach(
              port -> ports.put(port.path("name").asText(), port.path("containerPort").asInt()));
    }
    var labels = Selector.labels(maker.path("spec").path("template").path("metadata"));
    return new PodView(namespace, Map.of(NAME, namespace), labels, ports);
  }

  /** One in a tenant's namespace. */
  public static PodView ofTenant(String namespace, Map<String, String> labels) {
    var named = Map.of(NAME, namespace, "greenroom.social/tenant", namespace);
    return new PodView(namespace, named, labels, Map.of());
  }

  /** One that has nothing to do with Greenroom. */
  public static PodView stranger(String namespace) {
    return new PodView(namespace, Map.of(NAME, namespace), Map.of("app", "any"), Map.of());
  }
}
