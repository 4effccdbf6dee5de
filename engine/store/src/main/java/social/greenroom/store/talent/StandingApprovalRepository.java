package social.greenroom.store.talent;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import social.greenroom.core.id.Ids;
import social.greenroom.core.post.Origin;

/** What owners have lastingly allowed. The database takes it from nobody but the owner. */
public final class StandingApprovalRepository {
  private final UUID tenantId;
  private final Handle handle;

  public StandingApprovalRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /** The operator may approve in the owner's place. */
  public StandingApprovalRow allowOperator(UUID talentId, UUID owner, UUID operator) {
    return handle
        .createQuery(
            """
            insert into greenroom.standing_approval (tenant_id, id, talent_id, kind, user_id, given_by)
            values (:tenantId, :id, :talentId, 'operator_override', :operator, :owner) returning *
            """)
        .bind("tenantId", tenantId)
        .bind("id", Ids.next())
        .bind("talentId", talentId)
        .bind("operator", operator)
        .bind("owner", owner)
        .mapTo(StandingApprovalRow.class)
        .one();
  }

  /** What comes from the source is approved as it is drafted. */
  public StandingApprovalRow allowSource(UUID talentId, UUID owner, Origin source) {
    return handle
        .createQuery(
            """
            insert into greenroom.standing_approval (tenant_id, id, talent_id, kind, source, given_by)
            values (:tenantId, :id, :talentId, 'auto_source', :source, :owner) returning *
            """)
        .bind("tenantId", tenantId)
        .bind("id", Ids.next())
        .bind("talentId", talentId)
        .bind("source", source.wireName())
        .bind("owner", owner)
        .mapTo(StandingApprovalRow.class)
        .one();
  }

  /** Those in force for the talent. */
  public List<StandingApprovalRow> of(UUID talentId) {
    return handle
        .createQuery(
            """
            select * from greenroom.standing_approval
            where tenant_id = :tenantId and talent_id = :talentId and revoked_at is null
            order by given_at, id
            """)
        .bind("tenantId", tenantId)
        .bind("talentId", talentId)
        .mapTo(StandingApprovalRow.class)
        .list();
  }

  public void revoke(UUID id) {
    handle
        .createUpdate(
            """
            update greenroom.standing_approval set revoked_at = now()
            where tenant_id = :tenantId and id = :id and revoked_at is null
            """)
        .bind("tenantId", tenantId)
        .bind("id", id)
        .execute();
  }
}
