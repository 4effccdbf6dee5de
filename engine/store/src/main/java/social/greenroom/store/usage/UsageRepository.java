package social.greenroom.store.usage;

import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.id.Ids;
import social.greenroom.core.usage.Usage;

/** What the session's tenant used of the models. */
public final class UsageRepository {
  private final UUID tenantId;
  private final Handle handle;

  public UsageRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /** Writes one call down; requestId is the request it was made for, if any. */
  public void record(Usage usage, @Nullable UUID requestId) {
    handle
        .createUpdate(
            """
            insert into greenroom.model_usage
              (tenant_id, id, request_id, agent, model, input_tokens, output_tokens, millis)
            values (:tenantId, :id, :requestId, :agent, :model, :inputTokens, :outputTokens, :millis)
            """)
        .bind("tenantId", tenantId)
        .bind("id", Ids.next())
        .bind("requestId", requestId)
        .bindMethods(usage)
        .execute();
  }

  /** Input and output tokens since the first of this month, UTC. */
  public long tokensThisMonth() {
    return handle
        .createQuery(
            """
            select coalesce(sum(input_tokens + output_tokens), 0) from greenroom.model_usage
            where tenant_id = :tenantId and at >= date_trunc('month', now(), 'UTC')
            """)
        .bind("tenantId", tenantId)
        .mapTo(Long.class)
        .one();
  }
}
