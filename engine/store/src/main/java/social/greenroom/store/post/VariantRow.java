package social.greenroom.store.post;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.ApprovalWindow;
import social.greenroom.core.post.CanonicalPayload;
import social.greenroom.core.post.Payload;
import social.greenroom.core.post.VariantState;

/**
 * One post for one account.
 *
 * @param version grows with every change: an edit names the one it is based on
 * @param payload the canonical form of what goes out
 * @param contentHash SHA-256 of payload, by the database
 * @param notBefore what the network, a cap or a cooldown demands
 * @param dueAt the later of publishAt and notBefore
 * @param missedSince since when it is late, where it was put off since; see {@link #lateSince}
 * @param windowFrom the live approval's window; null for no bound, and while there is no approval
 * @param decidedBy who approved, rejected or cancelled
 * @param changedBy who changed it last
 * @param alteredText the post as the network shows it, where that isn't what was sent
 * @param claimFence the fencing number of the claim, compared by every write of a sender
 */
public record VariantRow(
    UUID tenantId,
    UUID id,
    UUID postId,
    UUID accountId,
    UUID talentId,
    VariantState state,
    int version,
    String payload,
    String contentHash,
    @Nullable Instant publishAt,
    @Nullable Instant notBefore,
    @Nullable Instant dueAt,
    @Nullable Instant missedSince,
    @Nullable String scheduleReason,
    @Nullable Instant windowFrom,
    @Nullable Instant windowUntil,
    @Nullable String blockedReason,
    @Nullable String rejectedReason,
    @Nullable String failureReason,
    @Nullable String cancelledReason,
    @Nullable String decidedBy,
    String changedBy,
    @Nullable String remoteId,
    @Nullable String remoteUrl,
    @Nullable Instant publishedAt,
    @Nullable String claimedBy,
    @Nullable Long claimFence,
    @Nullable Instant heartbeatAt,
    @Nullable UUID dispatchId,
    @Nullable String alteredText,
    Instant createdAt,
    Instant updatedAt) {
  /** What goes out. */
  public Payload content() {
    return CanonicalPayload.read(payload);
  }

  /** When it should have gone out; null while it has no time. */
  public @Nullable Instant lateSince() {
    // What it was late for before a person gave it a new time is over.
    return missedSince != null && publishAt != null && !missedSince.isBefore(publishAt)
        ? missedSince
        : dueAt;
  }

  public ApprovalWindow window() {
    return new ApprovalWindow(windowFrom, windowUntil);
  }
}
