package social.greenroom.store.publish;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.id.Ids;

/** The planned runs of the publisher for the session's tenant. */
public final class DispatchRepository {
  private final UUID tenantId;
  private final Handle handle;

  public DispatchRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /** Writes a dispatch down; its Job is named {@code publish-<id>}. */
  public DispatchRow plan(Instant dueAt) {
    var id = Ids.next();
    return handle
        .createQuery(
            """
            insert into greenroom.dispatch (tenant_id, id, job_name, due_at)
            values (:tenantId, :id, :jobName, :dueAt) returning *
            """)
        .bind("tenantId", tenantId)
        .bind("id", id)
        .bind("jobName", "publish-" + id)
        .bind("dueAt", dueAt)
        .mapTo(DispatchRow.class)
        .one();
  }

  public Optional<DispatchRow> find(UUID id) {
    return handle
        .createQuery("select * from greenroom.dispatch where tenant_id = :tenantId and id = :id")
        .bind("tenantId", tenantId)
        .bind("id", id)
        .mapTo(DispatchRow.class)
        .findOne();
  }

  /** Those that haven't ended, by due time. */
  public List<DispatchRow> open() {
    return handle
        .createQuery(
            """
            select * from greenroom.dispatch where tenant_id = :tenantId and state <> 'ended'
            order by due_at, id
            """)
        .bind("tenantId", tenantId)
        .mapTo(DispatchRow.class)
        .list();
  }

  /** Its Job has begun. */
  public void started(UUID id) {
    handle
        .createUpdate(
            """
            update greenroom.dispatch set state = 'started', started_at = coalesce(started_at, now())
            where tenant_id = :tenantId and id = :id and state = 'planned'
            """)
        .bind("tenantId", tenantId)
        .bind("id", id)
        .execute();
  }

  /**
   * Its Job's process or pod is known to have ended, so nothing of it can send any more. Only the
   * programs may say so; a Job can't declare itself dead.
   */
  public void ended(UUID id, @Nullable String outcome) {
    handle
        .createUpdate(
            """
            update greenroom.dispatch set state = 'ended', ended_at = now(), outcome = :outcome
            where tenant_id = :tenantId and id = :id and ended_at is null
            """)
        .bind("tenantId", tenantId)
        .bind("id", id)
        .bind("outcome", outcome)
        .execute();
  }
}
