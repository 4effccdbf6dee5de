package social.greenroom.operator.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import social.greenroom.core.id.Ids;
import social.greenroom.crds.tenant.Tenant;
import social.greenroom.crds.tenant.TenantDefaults;
import social.greenroom.operator.config.ResourceDurations;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.operator.posting.DeclaredPosting;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.lookup.TenantRef;
import social.greenroom.store.tenant.TenantRow;
import social.greenroom.store.tenant.TenantSpec;

/** Tenants in the database. */
@ApplicationScoped
public class TenantRows {
  private static final TenantDefaults NONE = new TenantDefaults(null, null, null, null);

  private final OperatorDatabases databases;

  TenantRows(OperatorDatabases databases) {
    this.databases = databases;
  }

  /** Keeps the declaration where it differs from the row. */
  TenantRow store(Tenant tenant) {
    var known = databases.lookup().tenantByName(tenant.getMetadata().getName());
    return databases
        .tenants()
        .in(known.map(TenantRef::id).orElseGet(Ids::next), session -> keep(session, tenant));
  }

  /** The same, in a transaction of the caller's. */
  public static TenantRow keep(TenantSession session, Tenant tenant) {
    var spec = declared(tenant);
    return session
        .tenant()
        .find()
        .filter(row -> !row.status().equals("removed") && declared(row).equals(spec))
        .orElseGet(() -> session.tenant().upsert(spec));
  }

  private static TenantSpec declared(Tenant tenant) {
    var spec = tenant.getSpec();
    var defaults = spec.defaults() == null ? NONE : spec.defaults();
    return new TenantSpec(
        tenant.getMetadata().getName(),
        spec.namespace(),
        spec.displayName(),
        defaults.timeZone() == null ? "UTC" : defaults.timeZone(),
        defaults.language() == null ? "en" : defaults.language(),
        defaults.dailyPostCap(),
        ResourceDurations.parse(defaults.tickInterval()),
        DeclaredPosting.by(defaults));
  }

  private static TenantSpec declared(TenantRow row) {
    return new TenantSpec(
        row.name(),
        row.namespace(),
        row.displayName(),
        row.timeZone(),
        row.language(),
        row.dailyCap(),
        row.tickInterval(),
        row.posting());
  }

  /** The resource was deleted: history stays, what isn't published is cancelled; says how many. */
  int remove(UUID tenantId, String reason) {
    return databases
        .tenants()
        .in(
            tenantId,
            session -> {
              var cancelled = session.cancelling().all(null, null, reason);
              session.tenant().setStatus("removed");
              return cancelled;
            });
  }
}
