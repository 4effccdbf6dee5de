package social.greenroom.core.post;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's yes to one payload, for a window of time.
 *
 * @param approvedBy the user who gave it
 * @param contentHash the hash of the whole outgoing payload as they saw it
 * @param accountRemoteId the account at the network it was given for
 * @param basis why their yes counts
 * @param voidedAt when an edit, a move or a person ended it; null while it stands
 */
public record Approval(
    UUID id,
    UUID variantId,
    UUID approvedBy,
    Instant approvedAt,
    String contentHash,
    String accountRemoteId,
    ApprovalWindow window,
    ApprovalBasis basis,
    @Nullable Instant voidedAt) {

  /** True until it is voided. */
  public boolean live() {
    return voidedAt == null;
  }

  /**
   * Why this approval doesn't let that payload out at that time, as a sentence, or empty when it
   * does. Checked again at the moment of publishing.
   */
  public Optional<String> refusal(Payload payload, Instant at) {
    if (!live()) {
      return Optional.of("The approval was withdrawn or voided; ask its owner again.");
    }
    if (!payload.accountRemoteId().equals(accountRemoteId)) {
      return Optional.of("The approval was given for another account; ask its owner again.");
    }
    if (!CanonicalPayload.hash(payload).equals(contentHash)) {
      return Optional.of("The post isn't the one that was approved; ask its owner again.");
    }
    if (!window.contains(at)) {
      return Optional.of(
          "The approval is for %s, not for %s; move the post or ask its owner again."
              .formatted(window.inWords(), at));
    }
    return Optional.empty();
  }
}
