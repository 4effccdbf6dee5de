package social.greenroom.store.approval;

import java.util.UUID;
import org.jdbi.v3.core.Handle;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.post.VariantChange;
import social.greenroom.store.post.VariantDesk;
import social.greenroom.store.post.VariantRow;

/** Takes an approval back, as long as nothing is being sent. */
record Withdrawal(UUID tenantId, Handle handle, ApprovalRepository approvals) {
  VariantChange of(UUID variantId, int version, String by) {
    var found = new VariantDesk(tenantId, handle).lock(variantId);
    if (found.isEmpty()) {
      return new VariantChange.Missing();
    }
    var variant = found.get();
    if (variant.state() != VariantState.APPROVED && variant.state() != VariantState.QUEUED) {
      return new VariantChange.NotNow(variant, tooLate(variant.state()));
    }
    if (variant.version() != version) {
      return new VariantChange.Stale(variant);
    }
    if (variant.state() == VariantState.QUEUED) {
      become(variantId, VariantState.APPROVED, by);
    }
    // Before the change of state, whose trigger would name another reason.
    approvals.voidLive(variantId, "%s took the approval back.".formatted(by));
    return new VariantChange.Changed(become(variantId, VariantState.AWAITING_APPROVAL, by));
  }

  private static String tooLate(VariantState state) {
    return switch (state) {
      case PUBLISHING ->
          "It is going out at this moment, so the approval can't be taken back any more.";
      case PUBLISHED, TAKEN_DOWN ->
          "It has gone out already, so the approval can't be taken back any more.";
      case UNKNOWN ->
          "It may have gone out already, so the approval can't be taken back; settle that first.";
      case DRAFT, BLOCKED, AWAITING_APPROVAL, APPROVED, QUEUED, FAILED, REJECTED, CANCELLED ->
          "A post that is %s has no approval to take back."
              .formatted(state.wireName().replace('_', ' '));
    };
  }

  private VariantRow become(UUID variantId, VariantState next, String by) {
    return handle
        .createQuery(
            """
            update greenroom.variant set state = :next, not_before = null, decided_by = null, changed_by = :by
            where tenant_id = :tenantId and id = :id returning *
            """)
        .bind("tenantId", tenantId)
        .bind("id", variantId)
        .bind("next", next.wireName())
        .bind("by", by)
        .mapTo(VariantRow.class)
        .one();
  }
}
