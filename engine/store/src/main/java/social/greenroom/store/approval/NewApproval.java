package social.greenroom.store.approval;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.ApprovalWindow;

/**
 * A yes.
 *
 * @param contentHash of what was shown
 * @param approvedBy the person's name, for the record
 * @param standingApprovalId what it rests on when the person isn't the owner; null for the owner
 * @param publishAt when it goes out, inside the window
 * @param repeatConfirmed whether the owner was told that it was said before, and wants it again
 */
public record NewApproval(
    UUID variantId,
    String contentHash,
    UUID userId,
    String approvedBy,
    @Nullable UUID standingApprovalId,
    Instant publishAt,
    @Nullable String scheduleReason,
    ApprovalWindow window,
    boolean repeatConfirmed) {
  /** A yes to something that wasn't said lately. */
  public NewApproval(
      UUID variantId,
      String contentHash,
      UUID userId,
      String approvedBy,
      @Nullable UUID standingApprovalId,
      Instant publishAt,
      @Nullable String scheduleReason,
      ApprovalWindow window) {
    this(
        variantId,
        contentHash,
        userId,
        approvedBy,
        standingApprovalId,
        publishAt,
        scheduleReason,
        window,
        false);
  }
}
