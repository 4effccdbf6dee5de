package social.greenroom.store.follow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.FollowUpState;

/** Taking what follows posts, to send it, and giving it back. */
public final class FollowUpClaims {
  // Materialised for the reason that stands at ClaimRepository.CLAIM. "Ready" is whatever comes
  // after
  // what is out; the triggers refuse it once more, and the index follow_up_one_in_flight a second
  // of an
  // account.
  private static final String CLAIM =
      """
      with held as materialized (
        select account_id from greenroom.stopped_account where tenant_id = :tenantId),
      flying as materialized (
        select account_id from greenroom.follow_up where tenant_id = :tenantId and state = 'sending'),
      ready as materialized (
        select distinct on (f.account_id) f.variant_id, f.position
        from greenroom.follow_up f
        join greenroom.variant v on v.tenant_id = f.tenant_id and v.id = f.variant_id and v.state = 'published'
        where f.tenant_id = :tenantId and f.state = 'waiting' and coalesce(f.not_before, now()) <= now()
          and (cast(:variantId as uuid) is null or f.variant_id = :variantId)
          and f.account_id not in (select account_id from held)
          and f.account_id not in (select account_id from flying)
          and not exists (select from greenroom.follow_up e
            where e.tenant_id = f.tenant_id and e.variant_id = f.variant_id and e.kind = f.kind
              and e.position < f.position and e.state <> 'done')
        order by f.account_id, f.created_at, f.variant_id, f.position),
      mine as materialized (
        select f.tenant_id, f.variant_id, f.position
        from greenroom.follow_up f
        join ready on ready.variant_id = f.variant_id and ready.position = f.position
        where f.tenant_id = :tenantId and f.state = 'waiting'
        order by f.created_at, f.variant_id, f.position
        limit :limit
        for no key update of f skip locked)
      update greenroom.follow_up f
      set state = 'sending', claimed_by = :worker, claim_fence = nextval('greenroom.claim_fence'),
        heartbeat_at = clock_timestamp(), dispatch_id = :dispatchId, changed_by = :worker
      from mine
      where f.tenant_id = mine.tenant_id and f.variant_id = mine.variant_id and f.position = mine.position
      returning f.*
      """;
  private final UUID tenantId;
  private final Handle handle;

  public FollowUpClaims(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /**
   * Takes up to limit whose turn it is, at most one per account and none of an account that has one
   * on its way.
   *
   * @param variantId of that post alone, or null for any
   */
  public List<FollowUpClaim> claim(
      String worker, @Nullable UUID dispatchId, @Nullable UUID variantId, int limit) {
    return handle
        .createQuery(CLAIM)
        .bind("tenantId", tenantId)
        .bind("worker", worker)
        .bind("dispatchId", dispatchId)
        .bind("variantId", variantId)
        .bind("limit", limit)
        .mapTo(FollowUpRow.class)
        .map(row -> FollowUpClaim.of(row, worker, dispatchId))
        .list();
  }

  /** How long until the next that waits may be tried, by the database's clock; empty for none. */
  public Optional<Duration> untilNextDue() {
    return handle
        .createQuery(
            """
            select extract(epoch from min(coalesce(f.not_before, now())) - clock_timestamp()) * 1000
            from greenroom.follow_up f
            where f.tenant_id = :tenantId and f.state = 'waiting'
              and not exists (select from greenroom.follow_up e
                where e.tenant_id = f.tenant_id and e.variant_id = f.variant_id and e.kind = f.kind
                  and e.position < f.position and e.state <> 'done')
            """)
        .bind("tenantId", tenantId)
        .mapTo(Double.class)
        .findOne()
        .map(millis -> Duration.ofMillis(Math.max(0, (long) Math.ceil(millis))));
  }

  /** A sign of life; false when the claim was lost, and then nothing may be sent. */
  public boolean heartbeat(FollowUpClaim claim) {
    return handle
            .createUpdate("update greenroom.follow_up set heartbeat_at = clock_timestamp()" + MINE)
            .bind("tenantId", tenantId)
            .bind("variantId", claim.row().variantId())
            .bind("position", claim.row().position())
            .bind("fence", claim.fence())
            .execute()
        == 1;
  }

  /** Gives back what was surely not sent: a check held it. False when the claim was lost. */
  public boolean release(FollowUpClaim claim, String reason, @Nullable Instant notBefore) {
    return leave(claim, FollowUpState.WAITING, reason, notBefore);
  }

  /** A check before sending refuses it; a person decides. False when the claim was lost. */
  public boolean refuse(FollowUpClaim claim, String reason) {
    return leave(claim, FollowUpState.FAILED, reason, null);
  }

  private boolean leave(
      FollowUpClaim claim, FollowUpState next, String reason, @Nullable Instant notBefore) {
    return handle
            .createUpdate(
                """
                update greenroom.follow_up set state = :next, reason = :reason, changed_by = :worker,
                  not_before = coalesce(:notBefore, not_before), claimed_by = null, heartbeat_at = null
                """
                    + MINE)
            .bind("tenantId", tenantId)
            .bind("variantId", claim.row().variantId())
            .bind("position", claim.row().position())
            .bind("fence", claim.fence())
            .bind("next", next.wireName())
            .bind("reason", reason)
            .bind("notBefore", notBefore)
            .bind("worker", claim.worker())
            .execute()
        == 1;
  }

  /** Whose sender is known to have ended, or gave no sign of life for that long. */
  public List<FollowUpRow> orphaned(Duration olderThan) {
    return handle
        .createQuery(
            """
            select f.* from greenroom.follow_up f
            left join greenroom.sender s on s.name = f.claimed_by and f.dispatch_id is null
            left join greenroom.dispatch d on d.tenant_id = f.tenant_id and d.id = f.dispatch_id
            where f.tenant_id = :tenantId and f.state = 'sending'
              and (s.ended_at is not null or d.ended_at is not null
                or f.heartbeat_at < clock_timestamp() - make_interval(secs => :seconds))
            order by f.heartbeat_at, f.variant_id, f.position
            """)
        .bind("tenantId", tenantId)
        .bind("seconds", olderThan.toMillis() / 1000.0)
        .mapTo(FollowUpRow.class)
        .list();
  }

  /**
   * Takes an orphan from its lost sender, whose writes are refused from here on. What it had begun
   * to send is unknown; what it hadn't waits again. Returns the state, or empty when somebody else
   * was faster or the sender came back.
   */
  public Optional<FollowUpState> settle(FollowUpRow orphan, String worker) {
    return handle
        .createQuery(
            """
            update greenroom.follow_up
            set claim_fence = nextval('greenroom.claim_fence'), claimed_by = :worker, changed_by = :worker
            where tenant_id = :tenantId and variant_id = :variantId and position = :position
              and state = 'sending' and claim_fence = :fence and heartbeat_at = :heartbeat
            returning *
            """)
        .bind("tenantId", tenantId)
        .bind("variantId", orphan.variantId())
        .bind("position", orphan.position())
        .bind("fence", orphan.claimFence())
        .bind("heartbeat", orphan.heartbeatAt())
        .bind("worker", worker)
        .mapTo(FollowUpRow.class)
        .findOne()
        .map(mine -> leaveOrphan(FollowUpClaim.of(mine, worker, orphan.dispatchId())));
  }

  private FollowUpState leaveOrphan(FollowUpClaim claim) {
    if (lose(claim.row())) {
      leave(
          claim,
          FollowUpState.UNKNOWN,
          "Its sender was lost while sending; the account's timeline tells whether it went out.",
          null);
      return FollowUpState.UNKNOWN;
    }
    release(claim, "Its sender was lost before it sent anything.", null);
    return FollowUpState.WAITING;
  }

  private boolean lose(FollowUpRow row) {
    return handle
            .createUpdate(
                """
                update greenroom.follow_up_attempt set outcome = 'unknown', detail = 'The sender was lost.'
                where tenant_id = :tenantId and variant_id = :variantId and position = :position
                  and outcome = 'sending'
                """)
            .bind("tenantId", tenantId)
            .bind("variantId", row.variantId())
            .bind("position", row.position())
            .execute()
        == 1;
  }

  private static final String MINE =
      """

      where tenant_id = :tenantId and variant_id = :variantId and position = :position
        and state = 'sending' and claim_fence = :fence
      """;
}
