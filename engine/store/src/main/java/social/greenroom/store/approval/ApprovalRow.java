package social.greenroom.store.approval;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.Approval;
import social.greenroom.core.post.ApprovalBasis;
import social.greenroom.core.post.ApprovalWindow;

/**
 * Somebody's yes to exactly one content.
 *
 * @param standingApprovalId the standing approval it rests on; null for the owner's own yes
 * @param repeatConfirmed whether the owner wants it said again although it was said lately
 * @param voidedAt when an edit, a move or a cancellation ended it; null while it is live
 */
public record ApprovalRow(
    UUID tenantId,
    UUID id,
    UUID variantId,
    UUID accountId,
    String contentHash,
    String accountRemoteId,
    UUID userId,
    String approvedBy,
    ApprovalBasis basis,
    @Nullable UUID standingApprovalId,
    @Nullable Instant notBefore,
    @Nullable Instant notAfter,
    Instant approvedAt,
    @Nullable Instant voidedAt,
    @Nullable String voidReason,
    boolean repeatConfirmed) {
  public ApprovalWindow window() {
    return new ApprovalWindow(notBefore, notAfter);
  }

  /** The same for the domain's rules: {@code Approval.refusal} is asked before publishing. */
  public Approval approval() {
    return new Approval(
        id, variantId, userId, approvedAt, contentHash, accountRemoteId, window(), basis, voidedAt);
  }
}
