package social.greenroom.store.publish;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.greenroom.store.post.VariantRow;

/** What the planner and the tick ask and change for the session's tenant. */
public final class Planning {
  /**
   * The time that a post stands for: its own when it went out as punctually as anybody asks, or
   * else two posts that are just a cooldown apart would push each other on by their delays.
   */
  private static final String WENT_OUT =
      "case when published_at between due_at and due_at + interval '%d seconds' then due_at else published_at end"
          .formatted(MissedPosts.AFTER.toSeconds());

  /**
   * What went out last, or may have gone out, before a time: of the account of the row "wanted".
   */
  private static final String LAST =
      """
      cross join lateral (
        (select id as variant_id, account_id, talent_id, state, WENT_OUT as at from greenroom.variant
          where tenant_id = :tenantId and account_id = wanted.account_id
            and state in ('published', 'taken_down') and published_at < :from
          order by published_at desc limit 1)
        union all
        (select id, account_id, talent_id, state, due_at from greenroom.variant
          where tenant_id = :tenantId and account_id = wanted.account_id
            and state = 'unknown' and due_at < :from
          order by due_at desc limit 1)) last
      """
          .replace("WENT_OUT", WENT_OUT);

  private final UUID tenantId;
  private final Handle handle;

  public Planning(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /**
   * The taken times of the talent's accounts (or of one, or of all) from from, before until, in
   * order: also those that are proposed only, see {@link Occupied#proposed}. Before them come each
   * account's last, since a cooldown may be longer than anybody looks back.
   */
  public List<Occupied> occupied(
      @Nullable UUID talentId, @Nullable UUID accountId, Instant from, Instant until) {
    // Each branch reads the part of an index that holds its times, and no filter is there that
    // isn't asked for: over one expression, or with "or :talentId is null", every post that an
    // account ever had would be read.
    var whose =
        (talentId == null ? "" : " and talent_id = :talentId")
            + (accountId == null ? "" : " and account_id = :accountId");
    return handle
        .createQuery(
            """
            select id as variant_id, account_id, talent_id, state, WENT_OUT as at from greenroom.variant
            where tenant_id = :tenantId and state in ('published', 'taken_down')
              and published_at >= :from and published_at < :until WHOSE
            union all
            select id, account_id, talent_id, state, due_at from greenroom.variant
            where tenant_id = :tenantId and state in ('approved', 'queued', 'publishing', 'unknown')
              and due_at >= :from and due_at < :until WHOSE
            union all
            select id, account_id, talent_id, state, publish_at from greenroom.variant
            where tenant_id = :tenantId and state in ('draft', 'blocked', 'awaiting_approval')
              and publish_at >= :from and publish_at < :until WHOSE
            union all
            select last.* from (
              select id as account_id from greenroom.account where tenant_id = :tenantId WHICH) wanted LAST
            order by at, variant_id
            """
                .replace("LAST", LAST)
                .replace("WENT_OUT", WENT_OUT)
                .replace(" WHOSE", whose)
                .replace(" WHICH", whose.replace("account_id", "id")))
        .bind("tenantId", tenantId)
        .bindMap(whose(talentId, accountId))
        .bind("from", from)
        .bind("until", until)
        .mapTo(Occupied.class)
        .list();
  }

  private static Map<String, UUID> whose(@Nullable UUID talentId, @Nullable UUID accountId) {
    var names = new HashMap<String, UUID>();
    if (talentId != null) {
      names.put("talentId", talentId);
    }
    if (accountId != null) {
      names.put("accountId", accountId);
    }
    return names;
  }

  /**
   * When the talents' posts went out, or may have gone out, from from: also those being sent right
   * now, at that time. What landed after it counts as well: calls return while the days are held.
   *
   * @param now by the database's clock, read while the days are held
   */
  public List<Occupied> sentSince(Collection<UUID> talentIds, Instant from, Instant now) {
    return handle
        .createQuery(
            """
            select id as variant_id, account_id, talent_id, state, WENT_OUT as at from greenroom.variant
            where tenant_id = :tenantId and talent_id = any(:talentIds) and state in ('published', 'taken_down')
              and published_at >= :from
            union all
            select id, account_id, talent_id, state, due_at from greenroom.variant
            where tenant_id = :tenantId and talent_id = any(:talentIds) and state = 'unknown'
              and due_at >= :from
            union all
            select v.id, v.account_id, v.talent_id, v.state, cast(:now as timestamptz) from greenroom.variant v
            where v.tenant_id = :tenantId and v.talent_id = any(:talentIds) and v.state = 'publishing'
              and exists (
                select from greenroom.attempt a
                where a.tenant_id = v.tenant_id and a.variant_id = v.id and a.outcome = 'sending')
            order by at, variant_id
            """
                .replace("WENT_OUT", WENT_OUT))
        .bind("tenantId", tenantId)
        .bindArray("talentIds", UUID.class, talentIds.toArray())
        .bind("from", from)
        .bind("now", now)
        .mapTo(Occupied.class)
        .list();
  }

  /**
   * The last post of each of these accounts that went out, or may have gone out, before from. One
   * read of an index for each, however long its history is.
   */
  public List<Occupied> lastSent(Collection<UUID> accountIds, Instant from) {
    return handle
        .createQuery(
            """
            select last.* from unnest(:accountIds) as wanted(account_id) LAST
            """
                .replace("LAST", LAST))
        .bind("tenantId", tenantId)
        .bindArray("accountIds", UUID.class, accountIds.toArray())
        .bind("from", from)
        .mapTo(Occupied.class)
        .list();
  }

  /**
   * Holds the talents' days until the transaction ends: others that count their posts wait. In the
   * same order everywhere, so that no two wait for each other.
   */
  public void holdDays(Set<UUID> talentIds) {
    handle
        .createQuery(
            """
            select pg_advisory_xact_lock(hashtextextended(cast(talent.id as text), 0)) is null
            from (select id from unnest(:talentIds) as of(id) order by id) as talent
            """)
        .bindArray("talentIds", UUID.class, talentIds.toArray())
        .mapTo(Boolean.class)
        .list();
  }

  /** How many posts of the talent are on their way to an approval: drafts and what waits. */
  public int inPreparation(UUID talentId) {
    return handle
        .createQuery(
            """
            select
              (select count(*) from greenroom.request
                where tenant_id = :tenantId and talent_id = :talentId and stage not in ('complete', 'failed'))
              + (select count(distinct post_id) from greenroom.variant
                where tenant_id = :tenantId and talent_id = :talentId
                  and state in ('draft', 'blocked', 'awaiting_approval'))
            """)
        .bind("tenantId", tenantId)
        .bind("talentId", talentId)
        .mapTo(Integer.class)
        .one();
  }

  /** When the tenant's next approved post is due that nothing holds; empty when there is none. */
  public Optional<Instant> nextDue() {
    return handle
        .createQuery(
            """
            select min(due_at) from greenroom.variant
            where tenant_id = :tenantId and state = 'approved'
              and account_id not in (
                select account_id from greenroom.stopped_account where tenant_id = :tenantId)
            """)
        .bind("tenantId", tenantId)
        .mapTo(Instant.class)
        .findOne();
  }

  /** Queues for the dispatch what is approved, due by then, and not held; returns how many. */
  public int queue(UUID dispatchId, Instant dueBy, int limit) {
    var queued = queueFor(dispatchId, dueBy, limit);
    handle
        .createUpdate(
            """
            update greenroom.dispatch set variants = variants + :queued
            where tenant_id = :tenantId and id = :dispatchId
            """)
        .bind("tenantId", tenantId)
        .bind("dispatchId", dispatchId)
        .bind("queued", queued)
        .execute();
    return queued;
  }

  /** Queues for the pool what is approved, due by then, and not held; returns how many. */
  public int queueForPool(Instant dueBy, int limit) {
    return queueFor(null, dueBy, limit);
  }

  private int queueFor(@Nullable UUID dispatchId, Instant dueBy, int limit) {
    return handle
        .createUpdate(
            """
            with held as materialized (
              select account_id from greenroom.stopped_account where tenant_id = :tenantId),
            due as materialized (
              select v.tenant_id, v.id from greenroom.variant v
              where v.tenant_id = :tenantId and v.state = 'approved' and v.due_at <= :dueBy
                and (v.window_until is null or v.window_until >= greatest(v.due_at, now()))
                and v.account_id not in (select account_id from held)
              order by v.due_at, v.id limit :limit
              for no key update of v skip locked)
            update greenroom.variant v
            set state = 'queued', dispatch_id = :dispatchId, changed_by = 'planner'
            from due where v.tenant_id = due.tenant_id and v.id = due.id
            """)
        .bind("tenantId", tenantId)
        .bind("dispatchId", dispatchId)
        .bind("dueBy", dueBy)
        .bind("limit", limit)
        .execute();
  }

  /** Pulls back what is queued for the pool, as when none runs any more; returns how many. */
  public int pullBackFromPool(String reason) {
    return handle
        .createUpdate(
            """
            update greenroom.variant
            set state = 'approved', schedule_reason = :reason, changed_by = 'planner'
            where tenant_id = :tenantId and state = 'queued' and dispatch_id is null
            """)
        .bind("tenantId", tenantId)
        .bind("reason", reason)
        .execute();
  }

  /** Pulls back what is still queued for a dispatch, as when its Job ended; returns how many. */
  public int pullBack(UUID dispatchId, String reason) {
    return handle
        .createUpdate(
            """
            update greenroom.variant
            set state = 'approved', dispatch_id = null, schedule_reason = :reason, changed_by = 'planner'
            where tenant_id = :tenantId and state = 'queued' and dispatch_id = :dispatchId
            """)
        .bind("tenantId", tenantId)
        .bind("dispatchId", dispatchId)
        .bind("reason", reason)
        .execute();
  }

  /** Pulls back everything queued that a stop holds now; returns how many. */
  public int pullBackHeld() {
    return handle
        .createUpdate(
            """
            update greenroom.variant v
            set state = 'approved', dispatch_id = null, changed_by = 'planner', schedule_reason = held.why
            from greenroom.stopped_account held
            where v.tenant_id = :tenantId and v.state = 'queued'
              and held.tenant_id = v.tenant_id and held.account_id = v.account_id
            """)
        .bind("tenantId", tenantId)
        .execute();
  }

  /**
   * Writes down with what is due, and was never queued, what holds it: also that its network blocks
   * the account. Returns how many say something new.
   */
  public int explainHeld() {
    return handle
        .createUpdate(
            """
            update greenroom.variant v
            set changed_by = 'planner', schedule_reason = held.why
            from greenroom.stopped_account held
            where v.tenant_id = :tenantId and v.state = 'approved' and v.due_at <= now()
              and held.tenant_id = v.tenant_id and held.account_id = v.account_id
              and v.schedule_reason is distinct from held.why
            """)
        .bind("tenantId", tenantId)
        .execute();
  }

  /**
   * Asks again for what can't go out inside its approved window any more: it waits for approval,
   * and the old one is void. Returns these variants.
   */
  public List<VariantRow> lapse() {
    handle
        .createUpdate(
            """
            update greenroom.variant set state = 'approved', changed_by = 'planner'
            where tenant_id = :tenantId and state = 'queued' and window_until < greatest(due_at, now())
            """)
        .bind("tenantId", tenantId)
        .execute();
    return handle
        .createQuery(
            """
            update greenroom.variant
            set state = 'awaiting_approval', changed_by = 'planner',
              schedule_reason = 'Its approved time passed before it could go out.'
            where tenant_id = :tenantId and state = 'approved' and window_until < greatest(due_at, now())
            returning *
            """)
        .bind("tenantId", tenantId)
        .mapTo(VariantRow.class)
        .list();
  }
}
