package social.greenroom.store.tenant;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import social.greenroom.store.database.Document;

/** The session's own tenant. */
public final class TenantRepository {
  private final UUID tenantId;
  private final Handle handle;

  public TenantRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /**
   * Makes the tenant, or changes it to what is declared now; a removed one comes back. Its name and
   * namespace are another's only if some other tenant has them: ask {@code
   * Lookup.tenantByName/tenantByNamespace} for the id first, and take a new one if there is none.
   */
  public TenantRow upsert(TenantSpec spec) {
    return handle
        .createQuery(
            """
            insert into greenroom.tenant as t
              (id, name, namespace, display_name, time_zone, language, daily_cap, tick_interval_seconds,
               posting)
            values (:tenantId, :name, :namespace, :displayName, :timeZone, :language, :dailyCap, :tick,
              cast(:posting as jsonb))
            on conflict (id) do update set
              name = excluded.name, namespace = excluded.namespace, display_name = excluded.display_name,
              time_zone = excluded.time_zone, language = excluded.language, daily_cap = excluded.daily_cap,
              tick_interval_seconds = excluded.tick_interval_seconds, posting = excluded.posting,
              status = case when t.status = 'removed' then 'active' else t.status end
            returning *
            """)
        .bind("tenantId", tenantId)
        .bind("name", spec.name())
        .bind("namespace", spec.namespace())
        .bind("displayName", spec.displayName())
        .bind("timeZone", spec.timeZone())
        .bind("language", spec.language())
        .bind("dailyCap", spec.dailyCap())
        .bind("tick", spec.tickIntervalSeconds())
        .bind("posting", Document.write(spec.posting()))
        .mapTo(TenantRow.class)
        .one();
  }

  public TenantRow get() {
    return find().orElseThrow(() -> new IllegalStateException("The session's tenant isn't kept."));
  }

  /** Empty before it is kept for the first time. */
  public Optional<TenantRow> find() {
    return handle
        .createQuery("select * from greenroom.tenant where id = :tenantId")
        .bind("tenantId", tenantId)
        .mapTo(TenantRow.class)
        .findOne();
  }

  /** Sets active, suspended or removed. Nothing of a removed tenant's history goes away. */
  public void setStatus(String status) {
    handle
        .createUpdate("update greenroom.tenant set status = :status where id = :tenantId")
        .bind("status", status)
        .bind("tenantId", tenantId)
        .execute();
  }
}
