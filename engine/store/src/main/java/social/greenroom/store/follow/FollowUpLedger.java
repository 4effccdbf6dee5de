package social.greenroom.store.follow;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.id.Ids;
import social.greenroom.core.network.RetryClass;
import social.greenroom.core.post.FollowUp;

/** The ledger of calls that add what follows a post. */
public final class FollowUpLedger {
  private final UUID tenantId;
  private final Handle handle;

  public FollowUpLedger(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /**
   * The id of the post that it answers: the last known one before it in a thread, or the post
   * itself; empty where the network's id of it isn't known.
   */
  public Optional<String> answered(FollowUpRow row) {
    return handle
        .createQuery(
            """
            select remote_id from (
              select f.remote_id, f.position from greenroom.follow_up f
              where f.tenant_id = :tenantId and f.variant_id = :variantId and f.kind = 'thread_part'
                and :part and f.position < :position
              union all
              select v.remote_id, 0 from greenroom.variant v where v.tenant_id = :tenantId and v.id = :variantId) known
            where remote_id is not null order by position desc limit 1
            """)
        .bind("tenantId", tenantId)
        .bind("variantId", row.variantId())
        .bind("position", row.position())
        .bind("part", row.kind() == FollowUp.Kind.THREAD_PART)
        .mapTo(String.class)
        .findOne();
  }

  /**
   * Writes down that it is being sent. Commit it before the network is called. The database refuses
   * it when the claim was lost (rule STALE_CLAIM), a stop is in force (STOPPED), the approval
   * doesn't hold (APPROVAL), the one before it isn't out (TRANSITION), or an earlier attempt may
   * have gone out (SENT_ALREADY).
   */
  public FollowUpAttemptRow begin(
      FollowUpClaim claim, String idempotencyKey, RetryClass retry, String replyTo) {
    return handle
        .createQuery(
            """
            insert into greenroom.follow_up_attempt
              (tenant_id, id, variant_id, position, account_id, number, fence, worker, dispatch_id, content_hash,
               idempotency_key, retry_class, reply_to)
            values (:tenantId, :id, :variantId, :position, :accountId,
              (select coalesce(max(number), 0) + 1 from greenroom.follow_up_attempt
                where tenant_id = :tenantId and variant_id = :variantId and position = :position),
              :fence, :worker, :dispatchId, :contentHash, :key, :retry, :replyTo)
            returning *
            """)
        .bind("tenantId", tenantId)
        .bind("id", Ids.next())
        .bind("variantId", claim.row().variantId())
        .bind("position", claim.row().position())
        .bind("accountId", claim.row().accountId())
        .bind("fence", claim.fence())
        .bind("worker", claim.worker())
        .bind("dispatchId", claim.dispatchId())
        .bind("contentHash", claim.row().contentHash())
        .bind("key", idempotencyKey)
        .bind("retry", retry.wireName())
        .bind("replyTo", replyTo)
        .mapTo(FollowUpAttemptRow.class)
        .one();
  }

  /**
   * Writes what came of the call: the attempt's outcome, once, and the state. False when the claim
   * was lost; then what its sender knows still settles what was called unknown.
   */
  public boolean finish(FollowUpClaim claim, FollowUpAttemptRow attempt, FollowUpFinish finish) {
    var first =
        handle
            .createUpdate(
                """
                update greenroom.follow_up_attempt
                set outcome = :outcome, detail = :detail, remote_id = :remoteId, remote_url = :remoteUrl,
                  altered = :altered
                where tenant_id = :tenantId and id = :id and outcome = 'sending'
                """)
            .bind("tenantId", tenantId)
            .bind("id", attempt.id())
            .bind("outcome", finish.outcome())
            .bind("detail", finish.reason())
            .bind("remoteId", finish.remoteId())
            .bind("remoteUrl", finish.remoteUrl())
            .bind("altered", finish.alteredText() != null)
            .execute();
    if (first == 0) {
      new FollowUpSettlements(tenantId, handle).late(attempt, finish, claim.worker());
      return false;
    }
    return move(claim.row(), claim.fence(), finish, claim.worker());
  }

  private boolean move(
      FollowUpRow row, @Nullable Long fence, FollowUpFinish finish, String worker) {
    return handle
            .createUpdate(
                """
                update greenroom.follow_up set state = :next, reason = :reason, remote_id = :remoteId,
                  not_before = coalesce(:notBefore, not_before), remote_url = :remoteUrl, altered_text = :altered,
                  changed_by = :worker, claimed_by = null, heartbeat_at = null
                where tenant_id = :tenantId and variant_id = :variantId and position = :position
                  and state = 'sending' and claim_fence = :fence
                """)
            .bind("tenantId", tenantId)
            .bind("variantId", row.variantId())
            .bind("position", row.position())
            .bind("fence", fence)
            .bind("next", finish.next().wireName())
            .bind("reason", finish.reason())
            .bind("notBefore", finish.notBefore())
            .bind("remoteId", finish.remoteId())
            .bind("remoteUrl", finish.remoteUrl())
            .bind("altered", finish.alteredText())
            .bind("worker", worker)
            .execute()
        == 1;
  }
}
