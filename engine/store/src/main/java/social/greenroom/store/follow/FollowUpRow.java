package social.greenroom.store.follow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.FollowUp;
import social.greenroom.core.post.FollowUpState;

/**
 * Something that follows a post which is out.
 *
 * @param position its turn, from 1; its text stands in the variant's payload
 * @param contentHash SHA-256 of that text, by the database
 * @param version grows with every change: a decision names the one it is about
 * @param wantedAt since when it is wanted: its attempts are counted from then, and anew when a
 *     person has it tried again
 * @param notBefore not to be tried before that
 * @param reason why it waits, failed, is unknown or was left out
 * @param alteredText the text as the network shows it, where that isn't what was sent
 * @param claimFence the fencing number of the claim, compared by every write of a sender
 */
public record FollowUpRow(
    UUID tenantId,
    UUID variantId,
    int position,
    UUID accountId,
    UUID talentId,
    FollowUp.Kind kind,
    String contentHash,
    FollowUpState state,
    int version,
    Instant wantedAt,
    @Nullable Instant notBefore,
    @Nullable String reason,
    @Nullable String remoteId,
    @Nullable String remoteUrl,
    @Nullable String alteredText,
    @Nullable Instant doneAt,
    @Nullable String decidedBy,
    String changedBy,
    @Nullable String claimedBy,
    @Nullable Long claimFence,
    @Nullable Instant heartbeatAt,
    @Nullable UUID dispatchId,
    Instant createdAt,
    Instant updatedAt) {}
