package social.greenroom.store.publish;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** When a sender is known to have ended, whether it was a Job's or the pool's. */
public final class SenderEnds {
  private final UUID tenantId;
  private final Handle handle;

  public SenderEnds(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /** Of the sender that made the attempt; empty while it may be alive. */
  public Optional<Instant> of(AttemptRow attempt) {
    return of(attempt.worker(), attempt.dispatchId());
  }

  /**
   * Of that sender; empty while it may be alive.
   *
   * @param worker its name; the pool's processes are registered under theirs
   * @param dispatchId the run whose Job it was
   */
  public Optional<Instant> of(@Nullable String worker, @Nullable UUID dispatchId) {
    return handle
        .createQuery(
            """
            select coalesce(
              (select ended_at from greenroom.dispatch where tenant_id = :tenantId and id = :dispatchId),
              (select ended_at from greenroom.sender where name = :worker and cast(:dispatchId as uuid) is null))
            """)
        .bind("tenantId", tenantId)
        .bind("dispatchId", dispatchId)
        .bind("worker", worker)
        .mapTo(Instant.class)
        .findOne();
  }
}
