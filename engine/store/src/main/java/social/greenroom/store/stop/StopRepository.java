package social.greenroom.store.stop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.id.Ids;

/** The stops of the session's tenant: from the commit on no claim and no attempt passes one. */
public final class StopRepository {
  private final UUID tenantId;
  private final Handle handle;

  public StopRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  public StopRow set(NewStop stop) {
    return handle
        .createQuery(
            """
            insert into greenroom.stop (tenant_id, id, scope, talent_id, account_id, kind, policy, reason, set_by, set_by_user)
            values (:tenantId, :id, :scope, :talentId, :accountId, :kind, :policy, :reason, :setBy, :setByUser)
            returning *
            """)
        .bind("tenantId", tenantId)
        .bind("id", Ids.next())
        .bind("scope", stop.scope())
        .bind("talentId", stop.talentId())
        .bind("accountId", stop.accountId())
        .bind("kind", stop.kind())
        .bind("policy", stop.policy().wireName())
        .bind("reason", stop.reason())
        .bind("setBy", stop.setBy())
        .bind("setByUser", stop.setByUser())
        .mapTo(StopRow.class)
        .one();
  }

  /**
   * Ends the stop; false when it was lifted already. The database refuses it (rule CONSENT) of
   * anybody but the owner where the talent stopped everything.
   *
   * @param by their name
   * @param user who that is
   */
  public boolean lift(UUID id, String by, @Nullable UUID user) {
    return handle
            .createUpdate(
                """
                update greenroom.stop set lifted_at = now(), lifted_by = :by, lifted_by_user = :user
                where tenant_id = :tenantId and id = :id and lifted_at is null
                """)
            .bind("tenantId", tenantId)
            .bind("id", id)
            .bind("by", by)
            .bind("user", user)
            .execute()
        == 1;
  }

  public Optional<StopRow> find(UUID id) {
    return handle
        .createQuery("select * from greenroom.stop where tenant_id = :tenantId and id = :id")
        .bind("tenantId", tenantId)
        .bind("id", id)
        .mapTo(StopRow.class)
        .findOne();
  }

  /** Waits until nobody else sets or lifts stops of the tenant, until the transaction ends. */
  public void hold() {
    handle.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "stops of " + tenantId);
  }

  /** How many approved posts each account has that would go out by themselves. */
  public Map<UUID, Integer> waiting() {
    return handle
        .createQuery(
            """
            select account_id, count(*) from greenroom.variant
            where tenant_id = :tenantId and state in ('approved', 'queued') group by account_id
            """)
        .bind("tenantId", tenantId)
        .reduceRows(
            new HashMap<>(),
            (counts, row) -> {
              counts.put(row.getColumn(1, UUID.class), row.getColumn(2, Integer.class));
              return counts;
            });
  }

  /** Those in force, newest first. */
  public List<StopRow> inForce() {
    return handle
        .createQuery(
            """
            select * from greenroom.stop where tenant_id = :tenantId and lifted_at is null
            order by set_at desc, id desc
            """)
        .bind("tenantId", tenantId)
        .mapTo(StopRow.class)
        .list();
  }

  /**
   * Why nothing is sent for the account now: by stops, by the resources' stop policies, by a
   * removal, by a hard block, or since its network wants to be waited for. Empty when nothing does.
   */
  public Optional<String> reason(UUID talentId, UUID accountId) {
    return handle
        .createQuery(
            """
            select why from greenroom.stopped_account
            where tenant_id = :tenantId and talent_id = :talentId and account_id = :accountId
            """)
        .bind("tenantId", tenantId)
        .bind("talentId", talentId)
        .bind("accountId", accountId)
        .mapTo(String.class)
        .findFirst();
  }
}
