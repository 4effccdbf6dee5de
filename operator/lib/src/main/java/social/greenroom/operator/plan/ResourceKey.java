package social.greenroom.operator.plan;

import io.fabric8.kubernetes.api.model.HasMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Which resource.
 *
 * @param namespace null for one of the whole cluster
 */
public record ResourceKey(String kind, @Nullable String namespace, String name) {
  static ResourceKey of(HasMetadata resource) {
    var metadata = resource.getMetadata();
    return new ResourceKey(resource.getKind(), metadata.getNamespace(), metadata.getName());
  }

  /** As in {@code talent northlight/dex-okonkwo}. */
  String words() {
    return namespace == null
        ? "%s %s".formatted(kind, name)
        : "%s %s/%s".formatted(kind, namespace, name);
  }
}
