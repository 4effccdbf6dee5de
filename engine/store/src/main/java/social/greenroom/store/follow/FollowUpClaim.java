package social.greenroom.store.follow;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that follows a post, taken by a sender.
 *
 * @param row as it was when it was taken
 * @param fence the claim's number; a newer claim has a greater one
 * @param dispatchId the run that took it
 */
public record FollowUpClaim(FollowUpRow row, long fence, String worker, @Nullable UUID dispatchId) {
  static FollowUpClaim of(FollowUpRow row, String worker, @Nullable UUID dispatchId) {
    var fence = row.claimFence();
    if (fence == null) {
      throw new IllegalStateException("What is claimed has a fencing number.");
    }
    return new FollowUpClaim(row, fence, worker, dispatchId);
  }
}
