package social.greenroom.store.publish;

import java.time.Duration;
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
import social.greenroom.core.post.VariantState;
import social.greenroom.store.post.VariantRow;

/** Taking variants to publish, and giving them back. */
public final class ClaimRepository {
  // The CTEs are materialised on purpose. Inlined into the UPDATE, the planner may put "due" on the
  // inner side of a nested loop and run it again per outer row: LIMIT then limits each run and not
  // the
  // whole, and more rows are locked and taken than were asked for. (Oban and River carry the same
  // fence.) "Line" finds the first of each account by sorting once: a NOT EXISTS (an earlier one)
  // was
  // quadratic while the table had no statistics yet. It is read from the statement's snapshot; two
  // claimers that see the same line meet at the row lock (SKIP LOCKED; a row changed since is
  // checked
  // again), and whatever slips past meets the unique index variant_one_in_flight.
  /**
   * The statement of a claim, for measuring it without the rest. Parameters: {@code tenantId},
   * {@code worker}, {@code dispatchId} (null for the pool), {@code limit}, and {@code look}, how
   * many it looks at.
   */
  public static final String CLAIM =
      """
      with held as materialized (
        select account_id from greenroom.stopped_account where tenant_id = :tenantId),
      flying as materialized (
        select account_id from greenroom.variant where tenant_id = :tenantId and state = 'publishing'),
      -- Those that wait longest, and not all: else each of many claims would read all that is due.
      first as materialized (
        select v.id, v.account_id, v.due_at
        from greenroom.variant v
        where v.tenant_id = :tenantId and v.state = 'queued' and v.due_at <= now()
          and (v.window_until is null or v.window_until >= now())
          -- What was given to a Job is left to it: it holds no other tenant's keys.
          and (v.dispatch_id is null or cast(:dispatchId as uuid) is not null)
          and v.account_id not in (select account_id from held)
          and v.account_id not in (select account_id from flying)
          -- What was missed waits for the planner, see MissedPosts.
          and v.due_at >= MISSED
          and (select yes.content_hash = v.content_hash from greenroom.approval yes
            where yes.tenant_id = :tenantId and yes.variant_id = v.id and yes.voided_at is null)
        order by v.due_at, v.id
        limit :look),
      line as materialized (
        select distinct on (account_id) id from first order by account_id, due_at, id),
      -- By arrays, for whose rows the key's index is read: how many are queued changes faster than what the planner
      -- knows of it, and a join planned for none would compare each with each.
      due as materialized (
        select v.id from greenroom.variant v
        where v.tenant_id = :tenantId and v.id = any(array(select id from line)) and v.state = 'queued'
        order by v.due_at, v.id
        limit :limit
        for no key update of v skip locked)
      update greenroom.variant v
      set state = 'publishing', claimed_by = :worker, claim_fence = nextval('greenroom.claim_fence'),
        heartbeat_at = clock_timestamp(), dispatch_id = :dispatchId, changed_by = :worker
      where v.tenant_id = :tenantId and v.id = any(array(select id from due))
      returning v.*
      """
          .replace("MISSED", MissedPosts.BEFORE);

  /** How many variants a claim looks at, at least, and for each that it is to take. */
  private static final int LOOK = 200;

  private static final int LOOK_FOR_EACH = 4;

  private final UUID tenantId;
  private final Handle handle;

  public ClaimRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /**
   * Takes up to limit variants that are queued, due and not stopped, at most one per account and
   * none of an account that has one on its way. It looks at those that wait longest: where many are
   * of the same few accounts it takes fewer, and the next claim takes others.
   *
   * @param dispatchId the run that takes them; null for the pool, which the worker's name tells
   */
  public List<Claim> claim(String worker, @Nullable UUID dispatchId, int limit) {
    return handle
        .createQuery(CLAIM)
        .bind("tenantId", tenantId)
        .bind("worker", worker)
        .bind("dispatchId", dispatchId)
        .bind("limit", limit)
        .bind("look", Math.max(LOOK, limit * LOOK_FOR_EACH))
        .mapTo(VariantRow.class)
        .map(variant -> claimed(variant, worker, dispatchId))
        .list();
  }

  /** How long until the next queued variant is due, by the database's clock; empty for none. */
  public Optional<Duration> untilNextDue() {
    return handle
        .createQuery(
            """
            select extract(epoch from min(due_at) - clock_timestamp()) * 1000 from greenroom.variant
            where tenant_id = :tenantId and state = 'queued' and due_at > clock_timestamp()
            """)
        .bind("tenantId", tenantId)
        .mapTo(Double.class)
        .findOne()
        .map(millis -> Duration.ofMillis(Math.max(0, (long) Math.ceil(millis))));
  }

  /** A sign of life; false when the claim was lost, and then nothing may be sent. */
  public boolean heartbeat(Claim claim) {
    return heartbeat(List.of(claim)).contains(claim.variantId());
  }

  /**
   * A sign of life for all of them at once. Returns those still held; for the others the claim was
   * lost, and nothing may be sent.
   *
   * @param claims at least one
   */
  public Set<UUID> heartbeat(Collection<Claim> claims) {
    return handle
        .createQuery(
            """
            with held as materialized (
              select v.id from greenroom.variant v join unnest(:ids, :fences) as mine(id, fence) on mine.id = v.id
              where v.tenant_id = :tenantId and v.state = 'publishing' and v.claim_fence = mine.fence
              order by v.id for no key update of v)
            update greenroom.variant v set heartbeat_at = clock_timestamp()
            from held where v.tenant_id = :tenantId and v.id = held.id
            returning v.id
            """)
        .bind("tenantId", tenantId)
        .bindArray("ids", UUID.class, claims.stream().map(Claim::variantId).toArray())
        .bindArray("fences", Long.class, claims.stream().map(Claim::fence).toArray())
        .mapTo(UUID.class)
        .set();
  }

  /**
   * Why these may not be sent any more although their attempts have begun: the claim was lost, a
   * stop was set, or the approved window is over. The others may.
   *
   * @param claims at least one
   */
  public Map<UUID, String> withheld(Collection<Claim> claims) {
    return handle
        .createQuery(
            """
            select * from (
              select mine.id, case
                when v.id is null then 'Its sender lost it before it called the network.'
                when v.window_until < clock_timestamp() then 'The approved window was over before the network was called.'
                else 'It was stopped before the network was called. ' || greenroom.stop_in_force(v.tenant_id, v.account_id)
                end as why
              from unnest(:ids, :fences) as mine(id, fence)
              left join greenroom.variant v on v.tenant_id = :tenantId and v.id = mine.id and v.state = 'publishing'
                and v.claim_fence = mine.fence) looked
            where why is not null
            """)
        .bind("tenantId", tenantId)
        .bindArray("ids", UUID.class, claims.stream().map(Claim::variantId).toArray())
        .bindArray("fences", Long.class, claims.stream().map(Claim::fence).toArray())
        .reduceRows(
            new HashMap<UUID, String>(),
            (why, row) -> {
              why.put(row.getColumn("id", UUID.class), row.getColumn("why", String.class));
              return why;
            });
  }

  /** True while a variant of that run gave a sign of life within that time. */
  public boolean beating(UUID dispatchId, Duration within) {
    return handle
        .createQuery(
            """
            select exists (select from greenroom.variant
              where tenant_id = :tenantId and state = 'publishing' and dispatch_id = :dispatchId
                and heartbeat_at > clock_timestamp() - make_interval(secs => :seconds))
            """)
        .bind("tenantId", tenantId)
        .bind("dispatchId", dispatchId)
        .bind("seconds", within.toMillis() / 1000.0)
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * Gives back what was surely not sent, before an attempt was begun: a rule gives it another time.
   * False when the claim was lost.
   */
  public boolean release(Claim claim, String reason, @Nullable Instant notBefore) {
    return leave(claim, VariantState.APPROVED, "schedule_reason", reason, notBefore, "null");
  }

  /**
   * As {@link #release}, where nothing tells when it can go: it is tried again then, and is late
   * since it was due. False when the claim was lost.
   */
  public boolean pause(Claim claim, String reason, Instant again) {
    return leave(
        claim, VariantState.APPROVED, "schedule_reason", reason, again, MissedPosts.LATE_SINCE);
  }

  /** A check before sending refuses it for good. False when the claim was lost. */
  public boolean refuse(Claim claim, String reason) {
    return leave(claim, VariantState.FAILED, "failure_reason", reason, null, "missed_since");
  }

  private boolean leave(
      Claim claim,
      VariantState next,
      String reasonColumn,
      String reason,
      @Nullable Instant notBefore,
      String missedSince) {
    return handle
            .createUpdate(
                "update greenroom.variant set state = :next, not_before = coalesce(:notBefore, not_before), "
                    + "missed_since = "
                    + missedSince
                    + ", "
                    + reasonColumn
                    + """
                     = :reason, changed_by = :worker, claimed_by = null, heartbeat_at = null
                    where tenant_id = :tenantId and id = :id and state = 'publishing' and claim_fence = :fence
                    """)
            .bind("tenantId", tenantId)
            .bind("id", claim.variantId())
            .bind("fence", claim.fence())
            .bind("next", next.wireName())
            .bind("notBefore", notBefore)
            .bind("reason", reason)
            .bind("worker", claim.worker())
            .execute()
        == 1;
  }

  /**
   * What is being published by a sender that is known to have ended, or that gave no sign of life
   * for that long.
   */
  public List<Orphan> orphaned(Duration silentFor) {
    var attempts = new AttemptRepository(tenantId, handle);
    var ends = new SenderEnds(tenantId, handle);
    return handle
        .createQuery(
            """
            select v.* from greenroom.variant v
            left join greenroom.sender s on s.name = v.claimed_by
            left join greenroom.dispatch d on d.tenant_id = v.tenant_id and d.id = v.dispatch_id
            where v.tenant_id = :tenantId and v.state = 'publishing'
              and (s.ended_at is not null or d.ended_at is not null
                or v.heartbeat_at < clock_timestamp() - make_interval(secs => :seconds))
            order by v.heartbeat_at, v.id
            """)
        .bind("tenantId", tenantId)
        .bind("seconds", silentFor.toMillis() / 1000.0)
        .mapTo(VariantRow.class)
        .list()
        .stream()
        .map(
            variant ->
                new Orphan(
                    variant,
                    attempts.sending(variant.id()).orElse(null),
                    ends.of(variant.claimedBy(), variant.dispatchId()).isPresent()))
        .toList();
  }

  /**
   * Takes an orphan from its lost sender, whose writes are refused from here on. What it had begun
   * to send is unknown; what it hadn't is approved again. Returns the state, or empty when somebody
   * else was faster or the sender came back.
   */
  public Optional<VariantState> settle(Orphan orphan, String worker) {
    var variant = orphan.variant();
    var taken =
        handle
            .createQuery(
                """
                update greenroom.variant
                set claim_fence = nextval('greenroom.claim_fence'), claimed_by = :worker, changed_by = :worker
                where tenant_id = :tenantId and id = :id and state = 'publishing' and claim_fence = :fence
                  and heartbeat_at = :heartbeat
                returning *
                """)
            .bind("tenantId", tenantId)
            .bind("id", variant.id())
            .bind("fence", variant.claimFence())
            .bind("heartbeat", variant.heartbeatAt())
            .bind("worker", worker)
            .mapTo(VariantRow.class)
            .findOne();
    return taken.map(
        mine -> {
          var lost = new AttemptRepository(tenantId, handle).lose(mine.id());
          var next = lost ? VariantState.UNKNOWN : VariantState.APPROVED;
          leave(
              claimed(mine, worker, variant.dispatchId()),
              next,
              lost ? "failure_reason" : "schedule_reason",
              lost
                  ? "Its sender was lost while sending; the account's timeline tells whether it went out."
                  : "Its sender was lost before it sent anything.",
              null,
              "missed_since");
          return next;
        });
  }

  private static Claim claimed(VariantRow variant, String worker, @Nullable UUID dispatchId) {
    var fence = variant.claimFence();
    if (fence == null) {
      throw new IllegalStateException("A claimed variant has a fencing number.");
    }
    return new Claim(variant, fence, worker, dispatchId);
  }
}
