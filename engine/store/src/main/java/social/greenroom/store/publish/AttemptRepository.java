package social.greenroom.store.publish;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import social.greenroom.core.id.Ids;
import social.greenroom.core.network.RetryClass;
import social.greenroom.store.database.Columns;

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
    return begin(List.of(new NewAttempt(claim, idempotencyKey, retry))).get(0);
  }

  /** As {@link #begin(Claim, String, RetryClass)}, for many at once: all of them, or none. */
  public List<AttemptRow> begin(Collection<NewAttempt> attempts) {
    var columns = Columns.of(attempts);
    return handle
        .createQuery(
            """
            insert into greenroom.attempt
              (tenant_id, id, variant_id, account_id, number, fence, worker, dispatch_id, content_hash, idempotency_key,
               retry_class)
            select :tenantId, n.id, n.variant_id, n.account_id,
              (select coalesce(max(a.number), 0) + 1 from greenroom.attempt a
                where a.tenant_id = :tenantId and a.variant_id = n.variant_id),
              n.fence, n.worker, n.dispatch_id, n.content_hash, n.key, n.retry
            from unnest(:ids, :variantIds, :accountIds, :fences, :workers, :dispatchIds, :contentHashes, :keys, :retries)
              as n(id, variant_id, account_id, fence, worker, dispatch_id, content_hash, key, retry)
            -- Each row's guard locks its variant: in the same order everywhere.
            order by n.variant_id
            returning *
            """)
        .bind("tenantId", tenantId)
        .bindArray("ids", UUID.class, columns.each(attempt -> Ids.next()))
        .bindArray("variantIds", UUID.class, columns.each(attempt -> attempt.claim().variantId()))
        .bindArray(
            "accountIds",
            UUID.class,
            columns.each(attempt -> attempt.claim().variant().accountId()))
        .bindArray("fences", Long.class, columns.each(attempt -> attempt.claim().fence()))
        .bindArray("workers", String.class, columns.each(attempt -> attempt.claim().worker()))
        .bindArray("dispatchIds", UUID.class, columns.each(attempt -> attempt.claim().dispatchId()))
        .bindArray(
            "contentHashes",
            String.class,
            columns.each(attempt -> attempt.claim().variant().contentHash()))
        .bindArray("keys", String.class, columns.each(NewAttempt::idempotencyKey))
        .bindArray("retries", String.class, columns.each(attempt -> attempt.retry().wireName()))
        .mapTo(AttemptRow.class)
        .list();
  }

  /** Those of them before which the same was sent, and nobody could tell what came of it. */
  public Set<UUID> doubtedBefore(Collection<AttemptRow> attempts) {
    var again = attempts.stream().filter(attempt -> attempt.number() > 1).toList();
    if (again.isEmpty()) {
      return Set.of();
    }
    return handle
        .createQuery(
            """
            select a.id from greenroom.attempt a
            where a.tenant_id = :tenantId and a.id = any(:ids)
              and exists (
                select from greenroom.attempt e
                where e.tenant_id = a.tenant_id and e.variant_id = a.variant_id and e.number < a.number
                  and e.outcome = 'unknown' and e.content_hash = a.content_hash)
            """)
        .bind("tenantId", tenantId)
        .bindArray("ids", UUID.class, Columns.of(again).each(AttemptRow::id))
        .mapTo(UUID.class)
        .set();
  }

  /** Writes what came of the call: the attempt's outcome, once, and the variant's state. */
  public FinishResult finish(Claim claim, UUID attemptId, Finish finish) {
    var results = finish(List.of(new Finished(claim, attemptId, finish)));
    return Objects.requireNonNull(results.get(attemptId));
  }

  /**
   * As {@link #finish(Claim, UUID, Finish)}, for many at once. Returns the result of each attempt.
   */
  public Map<UUID, FinishResult> finish(Collection<Finished> finished) {
    lockVariants(finished);
    var written = writeOutcomes(finished);
    var inTime = finished.stream().filter(one -> written.contains(one.attemptId())).toList();
    var moved = moveVariants(inTime);
    var results = new HashMap<UUID, FinishResult>();
    for (var one : finished) {
      results.put(
          one.attemptId(),
          written.contains(one.attemptId())
              ? (moved.contains(one.claim().variantId()) ? FinishResult.WRITTEN : FinishResult.LOST)
              : late(one.claim(), one.attemptId(), one.finish()));
    }
    return results;
  }

  // Signs of life and whoever takes orphans lock variants too, and then attempts: in this order.
  private void lockVariants(Collection<Finished> finished) {
    handle
        .createQuery(
            """
            select id from greenroom.variant where tenant_id = :tenantId and id = any(:ids)
            order by id for no key update
            """)
        .bind("tenantId", tenantId)
        .bindArray("ids", UUID.class, Columns.of(finished).each(one -> one.claim().variantId()))
        .mapTo(UUID.class)
        .list();
  }

  private Set<UUID> writeOutcomes(Collection<Finished> finished) {
    var columns = Columns.of(finished);
    return handle
        .createQuery(
            """
            update greenroom.attempt a
            set outcome = f.outcome, detail = f.detail, remote_id = f.remote_id, remote_url = f.remote_url,
              altered = f.altered
            from unnest(:ids, :outcomes, :details, :remoteIds, :remoteUrls, :altered)
              as f(id, outcome, detail, remote_id, remote_url, altered)
            where a.tenant_id = :tenantId and a.id = f.id and a.outcome = 'sending'
            returning a.id
            """)
        .bind("tenantId", tenantId)
        .bindArray("ids", UUID.class, columns.each(Finished::attemptId))
        .bindArray("outcomes", String.class, columns.each(one -> one.finish().outcome()))
        .bindArray("details", String.class, columns.each(one -> one.finish().reason()))
        .bindArray("remoteIds", String.class, columns.each(one -> one.finish().remoteId()))
        .bindArray("remoteUrls", String.class, columns.each(one -> one.finish().remoteUrl()))
        .bindArray(
            "altered", Boolean.class, columns.each(one -> one.finish().alteredText() != null))
        .mapTo(UUID.class)
        .set();
  }

  private Set<UUID> moveVariants(Collection<Finished> finished) {
    if (finished.isEmpty()) {
      return Set.of();
    }
    var columns = Columns.of(finished);
    return handle
        .createQuery(
            """
            update greenroom.variant v set
              state = f.next, not_before = coalesce(cast(f.not_before as timestamptz), v.not_before),
              missed_since = case when f.told then null when f.not_before is null then v.missed_since
                else LATE_SINCE end,
              remote_id = f.remote_id, remote_url = f.remote_url,
              failure_reason = case when f.next in ('failed', 'unknown') then f.reason end,
              schedule_reason = case when f.next in ('failed', 'unknown') then v.schedule_reason
                else coalesce(f.reason, v.schedule_reason) end,
              altered_text = f.altered, changed_by = f.worker
            from unnest(:ids, :fences, :nexts, :notBefores, :remoteIds, :remoteUrls, :reasons, :altered, :workers, :told)
              as f(id, fence, next, not_before, remote_id, remote_url, reason, altered, worker, told)
            where v.tenant_id = :tenantId and v.id = f.id and v.state = 'publishing' and v.claim_fence = f.fence
            returning v.id
            """
                .replace("LATE_SINCE", MissedPosts.LATE_SINCE))
        .bind("tenantId", tenantId)
        .bindArray("ids", UUID.class, columns.each(one -> one.claim().variantId()))
        .bindArray("fences", Long.class, columns.each(one -> one.claim().fence()))
        .bindArray("nexts", String.class, columns.each(one -> one.finish().next().wireName()))
        .bindArray(
            "notBefores",
            String.class,
            columns.each(one -> Objects.toString(one.finish().notBefore(), null)))
        .bindArray("remoteIds", String.class, columns.each(one -> one.finish().remoteId()))
        .bindArray("remoteUrls", String.class, columns.each(one -> one.finish().remoteUrl()))
        .bindArray("reasons", String.class, columns.each(one -> one.finish().reason()))
        .bindArray("altered", String.class, columns.each(one -> one.finish().alteredText()))
        .bindArray("workers", String.class, columns.each(one -> one.claim().worker()))
        .bindArray(
            "told",
            Boolean.class,
            columns.each(one -> one.finish().outcome().equals("rate_limited")))
        .mapTo(UUID.class)
        .set();
  }

  // Somebody took the claim and called the attempt lost. It made one call, which has returned: what
  // that call came to, its own sender knows for ever, and that settles it.
  private FinishResult late(Claim claim, UUID attemptId, Finish finish) {
    var settled = new Settlements(tenantId, handle).late(claim, attemptId, finish);
    return settled ? FinishResult.SETTLED_LATE : FinishResult.LOST;
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
