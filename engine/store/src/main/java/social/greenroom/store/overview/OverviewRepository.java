package social.greenroom.store.overview;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.greenroom.store.post.VariantRow;

/** What the first page shows of the session's tenant. */
public final class OverviewRepository {
  private static final String CARE =
      """
      select * from (
        select 'variant_' || v.state as kind, 'variant' as subject_kind, v.id as subject_id, v.talent_id,
          a.handle as name, coalesce(v.failure_reason, v.blocked_reason) as detail, v.updated_at as since
        from greenroom.variant v
        join greenroom.account a on a.tenant_id = v.tenant_id and a.id = v.account_id
        where v.tenant_id = :tenantId and v.state in ('failed', 'unknown', 'blocked')
        union all
        select distinct on (f.variant_id) 'follow_up_' || f.state, 'variant', f.variant_id, f.talent_id, a.handle,
          f.reason, f.updated_at
        from greenroom.follow_up f
        join greenroom.account a on a.tenant_id = f.tenant_id and a.id = f.account_id
        where f.tenant_id = :tenantId and f.state in ('failed', 'unknown')
        union all
        select case when remote_id is null then 'account_not_connected' else 'account_' || health end,
          'account', id, talent_id, handle, health_message, coalesce(health_checked_at, created_at)
        from greenroom.account
        where tenant_id = :tenantId and removed_at is null
          and (remote_id is null or health in ('hard_block', 'soft_block'))
        union all
        select 'request_failed', 'request', id, talent_id, name, message, updated_at
        from greenroom.request
        where tenant_id = :tenantId and stage = 'failed' and updated_at > now() - interval '7 days'
        union all
        select 'server_unreachable', 'mcp_server', id, null, name, message, checked_at
        from greenroom.mcp_server
        where tenant_id = :tenantId and removed_at is null and not reachable
        union all
        select 'stop', 'stop', id, talent_id, set_by, reason, set_at
        from greenroom.stop where tenant_id = :tenantId and lifted_at is null
      ) as care
      where cast(:talentId as uuid) is null or talent_id = :talentId
      order by since desc, subject_id limit :limit
      """;
  private final UUID tenantId;
  private final Handle handle;

  public OverviewRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /**
   * The numbers, with what goes out and went out within that day; of one talent or (null) of all.
   */
  public OverviewCounts counts(@Nullable UUID talentId, Instant dayStart, Instant dayEnd) {
    return handle
        .createQuery(
            """
            select
              count(*) filter (where state = 'awaiting_approval') as waiting,
              count(*) filter (where state in ('approved', 'queued', 'publishing')
                and due_at >= :dayStart and due_at < :dayEnd) as going_out,
              count(*) filter (where published_at >= :dayStart and published_at < :dayEnd) as published,
              count(*) filter (where state = 'failed') as failed,
              count(*) filter (where state = 'unknown') as unknown,
              count(*) filter (where state = 'blocked') as blocked,
              (select count(*) from greenroom.account a
                where a.tenant_id = :tenantId and a.removed_at is null
                  and (cast(:talentId as uuid) is null or a.talent_id = :talentId)
                  and (a.remote_id is null or a.health in ('hard_block', 'soft_block'))) as accounts_needing_care
            from greenroom.variant
            where tenant_id = :tenantId and (cast(:talentId as uuid) is null or talent_id = :talentId)
            """)
        .bind("tenantId", tenantId)
        .bind("talentId", talentId)
        .bind("dayStart", dayStart)
        .bind("dayEnd", dayEnd)
        .mapTo(OverviewCounts.class)
        .one();
  }

  /** What goes out next. */
  public List<VariantRow> next(@Nullable UUID talentId, int limit) {
    return handle
        .createQuery(
            """
            select * from greenroom.variant
            where tenant_id = :tenantId and state in ('approved', 'queued', 'publishing')
              and (cast(:talentId as uuid) is null or talent_id = :talentId)
            order by due_at, id limit :limit
            """)
        .bind("tenantId", tenantId)
        .bind("talentId", talentId)
        .bind("limit", limit)
        .mapTo(VariantRow.class)
        .list();
  }

  /** What needs care, newest first. */
  public List<CareItem> care(@Nullable UUID talentId, int limit) {
    return handle
        .createQuery(CARE)
        .bind("tenantId", tenantId)
        .bind("talentId", talentId)
        .bind("limit", limit)
        .mapTo(CareItem.class)
        .list();
  }
}
