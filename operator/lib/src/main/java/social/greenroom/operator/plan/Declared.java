package social.greenroom.operator.plan;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

/**
 * A resource as YAML declares it.
 *
 * @param source the file it stands in, or {@code -} for the standard input
 */
public record Declared(String source, GenericKubernetesResource resource) {
  ResourceKey key() {
    return ResourceKey.of(resource);
  }
}
