package social.greenroom.store.publish;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A planned run of the publisher for a tenant.
 *
 * @param jobName the name of its Job
 * @param dueAt when its first post is due
 * @param state planned, started or ended
 * @param endedAt when its sender was known to have ended: it can't send any more
 */
public record DispatchRow(
    UUID tenantId,
    UUID id,
    String jobName,
    Instant dueAt,
    int variants,
    String state,
    @Nullable String outcome,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {
  /** True when its first post is due and its Job hasn't begun. */
  public boolean late(Instant now) {
    return state.equals("planned") && dueAt.isBefore(now);
  }
}
