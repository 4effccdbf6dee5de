package social.greenroom.operator.tenant;

import io.fabric8.kubernetes.client.KubernetesClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import social.greenroom.crds.tenant.Tenant;
import social.greenroom.store.lookup.TenantRef;

/** The Tenant resources, as owners of what is made for a tenant. */
@ApplicationScoped
public class TenantResources {
  private final KubernetesClient client;
  private final Map<String, Tenant> known = new ConcurrentHashMap<>();

  TenantResources(KubernetesClient client) {
    this.client = client;
  }

  /** Its name and uid never change while it exists, so it is read once. */
  public Optional<Tenant> of(TenantRef tenant) {
    var there = known.get(tenant.name());
    if (there == null) {
      there = client.resources(Tenant.class).withName(tenant.name()).get();
      if (there != null) {
        known.put(tenant.name(), there);
      }
    }
    return Optional.ofNullable(there);
  }

  /** It was deleted: another of its name is another. */
  void forget(String name) {
    known.remove(name);
  }
}
