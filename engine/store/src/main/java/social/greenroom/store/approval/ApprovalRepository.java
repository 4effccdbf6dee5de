package social.greenroom.store.approval;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import social.greenroom.core.id.Ids;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.post.VariantChange;
import social.greenroom.store.post.VariantDesk;
import social.greenroom.store.post.VariantRow;

/** The approvals of the session's tenant. Only the programs' role can give one. */
public final class ApprovalRepository {
  private final UUID tenantId;
  private final Handle handle;

  public ApprovalRepository(UUID tenantId, Handle handle) {
    this.tenantId = tenantId;
    this.handle = handle;
  }

  /**
   * Writes the approval down and makes the variant approved, at that time. The database refuses it
   * (rule CONSENT) of anybody but the talent's owner or who stands in by standing approval.
   */
  public VariantChange approve(NewApproval approval) {
    var found = new VariantDesk(tenantId, handle).lock(approval.variantId());
    if (found.isEmpty()) {
      return new VariantChange.Missing();
    }
    var variant = found.get();
    if (!variant.contentHash().equals(approval.contentHash())) {
      return new VariantChange.Stale(variant);
    }
    if (variant.state() != VariantState.AWAITING_APPROVAL
        && variant.state() != VariantState.FAILED) {
      return new VariantChange.NotNow(
          variant,
          "Only a post that waits for approval can be approved; this one is %s."
              .formatted(variant.state().wireName().replace('_', ' ')));
    }
    voidLive(variant.id(), "It was approved anew.");
    insert(approval, variant);
    return new VariantChange.Changed(
        handle
            .createQuery(
                """
                update greenroom.variant set state = 'approved', publish_at = :publishAt, not_before = null,
                  schedule_reason = :scheduleReason, failure_reason = null, decided_by = :by, changed_by = :by
                where tenant_id = :tenantId and id = :id returning *
                """)
            .bind("tenantId", tenantId)
            .bind("id", variant.id())
            .bind("publishAt", approval.publishAt())
            .bind("scheduleReason", approval.scheduleReason())
            .bind("by", approval.approvedBy())
            .mapTo(VariantRow.class)
            .one());
  }

  /**
   * Voids the approval while nothing has been sent, and lets the variant wait for approval again.
   * The time it had stays as the proposed one.
   */
  public VariantChange takeBack(UUID variantId, int version, String by) {
    return new Withdrawal(tenantId, handle, this).of(variantId, version, by);
  }

  void voidLive(UUID variantId, String reason) {
    handle
        .createUpdate(
            """
            update greenroom.approval set voided_at = now(), void_reason = :reason
            where tenant_id = :tenantId and variant_id = :id and voided_at is null
            """)
        .bind("tenantId", tenantId)
        .bind("id", variantId)
        .bind("reason", reason)
        .execute();
  }

  private void insert(NewApproval approval, VariantRow variant) {
    handle
        .createUpdate(
            """
            insert into greenroom.approval
              (tenant_id, id, variant_id, account_id, content_hash, account_remote_id, user_id, approved_by,
               standing_approval_id, basis, not_before, not_after, repeat_confirmed)
            values (:tenantId, :id, :variantId, :accountId, :contentHash, :remoteId, :userId, :approvedBy, :standing,
              coalesce((select s.kind from greenroom.standing_approval s
                where s.tenant_id = :tenantId and s.id = :standing), 'owner'),
              :notBefore, :notAfter, :repeatConfirmed)
            """)
        .bind("tenantId", tenantId)
        .bind("id", Ids.next())
        .bind("variantId", variant.id())
        .bind("accountId", variant.accountId())
        .bind("contentHash", approval.contentHash())
        .bind("remoteId", variant.content().accountRemoteId())
        .bind("userId", approval.userId())
        .bind("approvedBy", approval.approvedBy())
        .bind("standing", approval.standingApprovalId())
        .bind("notBefore", approval.window().notBefore())
        .bind("notAfter", approval.window().notAfter())
        .bind("repeatConfirmed", approval.repeatConfirmed())
        .execute();
  }

  public Optional<ApprovalRow> live(UUID variantId) {
    return handle
        .createQuery(
            """
            select * from greenroom.approval
            where tenant_id = :tenantId and variant_id = :variantId and voided_at is null
            """)
        .bind("tenantId", tenantId)
        .bind("variantId", variantId)
        .mapTo(ApprovalRow.class)
        .findOne();
  }

  /** The live ones of these variants, in no order. */
  public List<ApprovalRow> liveOf(Collection<UUID> variantIds) {
    return handle
        .createQuery(
            """
            select * from greenroom.approval
            where tenant_id = :tenantId and variant_id = any(:ids) and voided_at is null
            """)
        .bind("tenantId", tenantId)
        .bindArray("ids", UUID.class, variantIds.toArray())
        .mapTo(ApprovalRow.class)
        .list();
  }

  /** All that were ever given for the variant, newest first. */
  public List<ApprovalRow> history(UUID variantId) {
    return handle
        .createQuery(
            """
            select * from greenroom.approval where tenant_id = :tenantId and variant_id = :variantId
            order by approved_at desc, id desc
            """)
        .bind("tenantId", tenantId)
        .bind("variantId", variantId)
        .mapTo(ApprovalRow.class)
        .list();
  }
}
