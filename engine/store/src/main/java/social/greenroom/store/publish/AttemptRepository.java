package social.greenroom.store.publish;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import social.greenroom.core.id.Ids;
import social.greenroom.core.network.RetryClass;
import social.greenroom.core.post.VariantState;

/** The ledger of publish calls. */
public final class AttemptRepository {
  private static final String SELECT =
      "select * from greenroom.attempt where tenant_id = :tenantId";
  private final UUID tenantId;
  private final Handle handle;

  public AttemptRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /**
   * Writes down that the claimed variant is being sent. Commit it before the network is called. The
   * database refuses it when the claim was lost (rule STALE_CLAIM), a stop is in force (STOPPED),
   * the approval doesn't hold (APPROVAL), or an earlier attempt may have gone out (SENT_ALREADY).
   */
  public AttemptRow begin(Claim claim, String idempotencyKey, RetryClass retry) {
    return handle
        .createQuery(
            """
            insert into greenroom.attempt
              (tenant_id, id, variant_id, account_id, number, fence, worker, dispatch_id, content_hash, idempotency_key,
               retry_class)
            values (:tenantId, :id, :variantId, :accountId,
              (select coalesce(max(number), 0) + 1 from greenroom.attempt
                where tenant_id = :tenantId and variant_id = :variantId),
              :fence, :worker, :dispatchId, :contentHash, :key, :retry)
            returning *
            """)
        .bind("tenantId", tenantId)
        .bind("id", Ids.next())
        .bind("variantId", claim.variantId())
        .bind("accountId", claim.variant().accountId())
        .bind("fence", claim.fence())
        .bind("worker", claim.worker())
        .bind("dispatchId", claim.dispatchId())
        .bind("contentHash", claim.variant().contentHash())
        .bind("key", idempotencyKey)
        .bind("retry", retry.wireName())
        .mapTo(AttemptRow.class)
        .one();
  }

  /** Writes what came of the call: the attempt's outcome, once, and the variant's state. */
  public FinishResult finish(Claim claim, UUID attemptId, Finish finish) {
    if (!writeOutcome(attemptId, finish)) {
      return late(claim, attemptId, finish);
    }
    return moveVariant(claim, finish) ? FinishResult.WRITTEN : FinishResult.LOST;
  }

  private boolean writeOutcome(UUID attemptId, Finish finish) {
    return handle
            .createUpdate(
                """
                update greenroom.attempt
                set outcome = :outcome, detail = :detail, remote_id = :remoteId, remote_url = :remoteUrl,
                  altered = :altered
                where tenant_id = :tenantId and id = :id and outcome = 'sending'
                """)
            .bind("tenantId", tenantId)
            .bind("id", attemptId)
            .bind("outcome", finish.outcome())
            .bind("detail", finish.reason())
            .bind("remoteId", finish.remoteId())
            .bind("remoteUrl", finish.remoteUrl())
            .bind("altered", finish.alteredText() != null)
            .execute()
        == 1;
  }

  private boolean moveVariant(Claim claim, Finish finish) {
    var failing = finish.next() == VariantState.FAILED || finish.next() == VariantState.UNKNOWN;
    return handle
            .createUpdate(
                """
                update greenroom.variant set
                  state = :next, not_before = coalesce(:notBefore, not_before), remote_id = :remoteId,
                  remote_url = :remoteUrl, failure_reason = :failure,
                  schedule_reason = coalesce(:held, schedule_reason), altered_text = :altered, changed_by = :worker
                where tenant_id = :tenantId and id = :id and state = 'publishing' and claim_fence = :fence
                """)
            .bind("tenantId", tenantId)
            .bind("id", claim.variantId())
            .bind("fence", claim.fence())
            .bind("next", finish.next().wireName())
            .bind("notBefore", finish.notBefore())
            .bind("remoteId", finish.remoteId())
            .bind("remoteUrl", finish.remoteUrl())
            .bind("failure", failing ? finish.reason() : null)
            .bind("held", failing ? null : finish.reason())
            .bind("altered", finish.alteredText())
            .bind("worker", claim.worker())
            .execute()
        == 1;
  }

  // Somebody took the claim and called the attempt lost. If it went out after all, that settles it.
  private FinishResult late(Claim claim, UUID attemptId, Finish finish) {
    if (finish.next() != VariantState.PUBLISHED || finish.remoteId() == null) {
      return FinishResult.LOST;
    }
    var settled = new Settlements(tenantId, handle).late(claim, attemptId, finish);
    return settled.made() ? FinishResult.SETTLED_LATE : FinishResult.LOST;
  }

  /** Calls the variant's attempt that is sending unknown; false when there is none. */
  boolean lose(UUID variantId) {
    return handle
            .createUpdate(
                """
                update greenroom.attempt set outcome = 'unknown', detail = 'The sender was lost.'
                where tenant_id = :tenantId and variant_id = :variantId and outcome = 'sending'
                """)
            .bind("tenantId", tenantId)
            .bind("variantId", variantId)
            .execute()
        == 1;
  }

  /** The variant's attempt that has no outcome yet. */
  public Optional<AttemptRow> sending(UUID variantId) {
    return handle
        .createQuery(SELECT + " and variant_id = :variantId and outcome = 'sending'")
        .bind("tenantId", tenantId)
        .bind("variantId", variantId)
        .mapTo(AttemptRow.class)
        .findOne();
  }

  /** All at the variant, in order. */
  public List<AttemptRow> of(UUID variantId) {
    return of(List.of(variantId));
  }

  /** All at these variants, by variant and in order. */
  public List<AttemptRow> of(Collection<UUID> variantIds) {
    return handle
        .createQuery(SELECT + " and variant_id = any(:ids) order by variant_id, number")
        .bind("tenantId", tenantId)
        .bindArray("ids", UUID.class, variantIds.toArray())
        .mapTo(AttemptRow.class)
        .list();
  }
}
