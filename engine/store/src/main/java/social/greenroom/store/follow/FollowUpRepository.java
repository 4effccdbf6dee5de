package social.greenroom.store.follow;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reading what follows posts, for the session's tenant. */
public final class FollowUpRepository {
  private final UUID tenantId;
  private final Handle handle;

  public FollowUpRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /** All that follows the variant, in order. */
  public List<FollowUpRow> of(UUID variantId) {
    return of(List.of(variantId));
  }

  /** All that follows these variants, by variant and in order. */
  public List<FollowUpRow> of(Collection<UUID> variantIds) {
    return handle
        .createQuery(
            """
            select * from greenroom.follow_up
            where tenant_id = :tenantId and variant_id = any(:ids) order by variant_id, position
            """)
        .bind("tenantId", tenantId)
        .bindArray("ids", UUID.class, variantIds.toArray())
        .mapTo(FollowUpRow.class)
        .list();
  }

  public Optional<FollowUpRow> find(UUID variantId, int position) {
    return of(variantId).stream().filter(row -> row.position() == position).findFirst();
  }

  /** Every attempt at what follows these variants, in order. */
  public List<FollowUpAttemptRow> attempts(Collection<UUID> variantIds) {
    return handle
        .createQuery(
            """
            select * from greenroom.follow_up_attempt
            where tenant_id = :tenantId and variant_id = any(:ids) order by variant_id, position, number
            """)
        .bind("tenantId", tenantId)
        .bindArray("ids", UUID.class, variantIds.toArray())
        .mapTo(FollowUpAttemptRow.class)
        .list();
  }

  /** True when a sender could begin with something now, or has left something behind. */
  public boolean due() {
    return handle
        .createQuery(
            """
            select exists (select from greenroom.follow_up f
              where f.tenant_id = :tenantId and f.state = 'waiting' and coalesce(f.not_before, now()) <= now()
                and f.account_id not in (
                  select account_id from greenroom.stopped_account where tenant_id = :tenantId)
                and not exists (select from greenroom.follow_up e
                  where e.tenant_id = f.tenant_id and e.variant_id = f.variant_id and e.kind = f.kind
                    and e.position < f.position and e.state <> 'done'))
            """)
        .bind("tenantId", tenantId)
        .mapTo(Boolean.class)
        .one();
  }
}
