package social.greenroom.api.variant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.account.AccountRef;
import social.greenroom.api.talent.TalentRef;

/**
 * A post for one account, with what happens next.
 *
 * @param stateText the state as a sentence
 * @param decidedBy who approved or rejected it
 * @param version goes up with every change of the content; an edit must name the current one
 * @param contentHash what an approval covers
 * @param scheduleReason which rule set or moved the time
 * @param nextStep what happens next and who decides, as a sentence
 * @param alteredText the post as the network shows it, where that isn't what was sent
 * @param followUps what follows the post, in order; empty while it isn't out
 * @param actions what the signed-in person may do with it now
 */
@Schema(name = "Variant")
public record Variant(
    UUID id,
    PostRef post,
    TalentRef talent,
    AccountRef account,
    @Schema(ref = "#/components/schemas/VariantState") String state,
    String stateText,
    @Nullable String decidedBy,
    int version,
    String contentHash,
    Content content,
    Count count,
    List<String> warnings,
    @Nullable Instant publishAt,
    @Nullable Window window,
    @Nullable String scheduleReason,
    @Nullable String blockedReason,
    @Nullable String rejectedReason,
    @Nullable String failureReason,
    String nextStep,
    @Nullable String remoteUrl,
    @Nullable String remoteId,
    @Nullable Instant publishedAt,
    @Nullable String alteredText,
    List<Attempt> attempts,
    List<FollowUpPart> followUps,
    Instant createdAt,
    Instant updatedAt,
    List<VariantAction> actions) {}
