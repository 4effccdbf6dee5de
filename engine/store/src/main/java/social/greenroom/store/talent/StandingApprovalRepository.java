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

  /**
   * What waits for a yes that was given ahead: drafted after it was given, and nobody has decided
   * about it or changed it since. Whatever a person touched, a person decides.
   */
  public List<SourcedVariant> waiting() {
    return handle
        .createQuery(
            """
            select v.id as variant_id, s.id as standing_approval_id, u.id as owner_id,
              u.display_name as owner_name, s.source
            from greenroom.variant v
            join greenroom.post p on p.tenant_id = v.tenant_id and p.id = v.post_id
            join greenroom.standing_approval s on s.tenant_id = v.tenant_id and s.talent_id = v.talent_id
              and s.kind = 'auto_source' and s.source = p.origin and s.revoked_at is null
            join greenroom.talent t on t.tenant_id = v.tenant_id and t.id = v.talent_id
              and t.owner_user_id = s.given_by
            join greenroom.app_user u on u.id = s.given_by
            where v.tenant_id = :tenantId and v.state = 'awaiting_approval' and v.created_at >= s.given_at
              and not exists (select from greenroom.approval a
                where a.tenant_id = v.tenant_id and a.variant_id = v.id)
              and not exists (select from greenroom.audit e
                where e.tenant_id = v.tenant_id and e.subject_id = v.id and e.actor_kind = 'user')
            order by v.created_at, v.id
            """)
        .bind("tenantId", tenantId)
        .mapTo(SourcedVariant.class)
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
