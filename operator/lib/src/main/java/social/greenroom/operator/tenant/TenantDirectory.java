package social.greenroom.operator.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import social.greenroom.crds.Crds;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.operator.status.Verdict;
import social.greenroom.store.lookup.TenantRef;

/**
 * Which tenant a namespace belongs to. A tenant keeps its namespace for ever, so what was found
 * once stays true.
 */
@ApplicationScoped
public class TenantDirectory {
  private final OperatorDatabases databases;
  private final Map<String, TenantRef> byNamespace = new ConcurrentHashMap<>();
  private final Map<UUID, TenantRef> byId = new ConcurrentHashMap<>();

  TenantDirectory(OperatorDatabases databases) {
    this.databases = databases;
  }

  /** The tenant of the namespace, if it has one. */
  public Optional<TenantRef> in(String namespace) {
    var known = byNamespace.get(namespace);
    if (known != null) {
      return Optional.of(known);
    }
    var found = databases.lookup().tenantByNamespace(namespace);
    found.ifPresent(tenant -> byNamespace.put(namespace, tenant));
    return found;
  }

  /** Every tenant at work, suspended ones too. */
  public List<TenantRef> all() {
    return databases.lookup().tenants().stream()
        .filter(tenant -> !tenant.status().equals("removed"))
        .toList();
  }

  /** That tenant, unless it was removed. */
  public Optional<TenantRef> byId(UUID id) {
    var known = byId.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    var found =
        databases.lookup().tenantById(id).filter(tenant -> !tenant.status().equals("removed"));
    found.ifPresent(tenant -> byId.put(id, tenant));
    return found;
  }

  /** What resources say that lie in nobody's namespace. */
  public static Verdict nobody(String namespace) {
    return Verdict.notYet(
        "NoTenant",
        "Namespace '%s' is no tenant's: make a Tenant for it, and label it %s with the tenant's name."
            .formatted(namespace, Crds.TENANT_LABEL));
  }
}
