package social.greenroom.operator.credential;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Wakes the resources of one kind that name a Secret. */
final class SecretEventSource<P extends HasMetadata> extends SimpleInboundEventSource<P> {
  private static final String SECRET = "secret";

  private final IndexerResourceCache<P> resources;

  SecretEventSource(IndexerResourceCache<P> resources, Function<P, @Nullable String> name) {
    super("secrets");
    this.resources = resources;
    resources.addIndexer(
        SECRET,
        resource -> {
          var named = name.apply(resource);
          return named == null
              ? List.of()
              : List.of(key(resource.getMetadata().getNamespace(), named));
        });
  }

  void changed(ResourceID secret) {
    if (isRunning()) {
      resources
          .byIndex(SECRET, key(secret.getNamespace().orElse(""), secret.getName()))
          .forEach(resource -> propagateEvent(ResourceID.fromResource(resource)));
    }
  }

  private static String key(String namespace, String name) {
    return namespace + "/" + name;
  }
}
