package social.greenroom.store.trace;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The traces that the tenant's requests and posts belong to, while traces are on. */
public final class TraceRepository {
  private final UUID tenantId;
  private final Handle handle;

  public TraceRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /**
   * Notes that what happens to it from now on is part of that trace.
   *
   * @param subject a request or a variant
   * @param traceParent as the W3C's header of that name
   */
  public void note(UUID subject, String traceParent) {
    handle
        .createUpdate(
            """
            insert into greenroom.traced (tenant_id, subject_id, trace_parent)
            values (:tenantId, :subject, :traceParent)
            on conflict (tenant_id, subject_id)
            do update set trace_parent = excluded.trace_parent, noted_at = now()
            """)
        .bind("tenantId", tenantId)
        .bind("subject", subject)
        .bind("traceParent", traceParent)
        .execute();
  }

  /** The trace it belongs to. */
  public Optional<String> of(UUID subject) {
    return handle
        .createQuery(
            """
            select trace_parent from greenroom.traced
            where tenant_id = :tenantId and subject_id = :subject
            """)
        .bind("tenantId", tenantId)
        .bind("subject", subject)
        .mapTo(String.class)
        .findOne();
  }

  /** The traces of the variants that are queued for a dispatch, or on their way by it. */
  public List<String> ofDispatch(UUID dispatchId) {
    return handle
        .createQuery(
            """
            select t.trace_parent from greenroom.variant v
            join greenroom.traced t on t.tenant_id = v.tenant_id and t.subject_id = v.id
            where v.tenant_id = :tenantId and v.dispatch_id = :dispatchId
              and v.state in ('queued', 'publishing')
            order by v.due_at, v.id
            """)
        .bind("tenantId", tenantId)
        .bind("dispatchId", dispatchId)
        .mapTo(String.class)
        .list();
  }
}
