package social.greenroom.api.spacing;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.account.AccountRef;
import social.greenroom.api.talent.TalentRef;
import social.greenroom.core.schedule.Spaced;
import social.greenroom.store.post.VariantRow;

/**
 * One post of a plan.
 *
 * @param version the version that the plan was made for
 * @param publishAt when it goes out as things are
 * @param at when it would go out; null where it stays as it is
 * @param moves true when that is another time
 * @param needsApproval true when its approval doesn't hold then, so it would wait for a new yes
 * @param reason which rule set the time and which moved it, or why it stays, as a sentence
 */
@Schema(name = "PlannedPost")
public record PlannedPost(
    UUID variantId,
    int version,
    String title,
    TalentRef talent,
    AccountRef account,
    @Nullable Instant publishAt,
    @Nullable Instant at,
    boolean moves,
    boolean needsApproval,
    String reason) {

  public static PlannedPost of(
      VariantRow row, String title, TalentRef talent, AccountRef account, Spaced spaced) {
    var at = spaced.at();
    return new PlannedPost(
        row.id(),
        row.version(),
        title,
        talent,
        account,
        row.dueAt(),
        at,
        at != null && !at.equals(row.dueAt()),
        spaced.voids(),
        spaced.reason());
  }
}
