package social.greenroom.operator.cache;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.cache.BasicItemStore;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import java.util.List;

/**
 * Keeps resources without the record of who owns which field: it is as large as all the rest, and
 * the API server alone needs it.
 */
public final class WithoutFieldOwners<R extends HasMetadata> extends BasicItemStore<R> {
  public WithoutFieldOwners() {
    super(Cache::metaNamespaceKeyFunc);
  }

  @Override
  public R put(String key, R resource) {
    resource.getMetadata().setManagedFields(List.of());
    return super.put(key, resource);
  }
}
