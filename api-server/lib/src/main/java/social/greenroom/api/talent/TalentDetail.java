package social.greenroom.api.talent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.account.AccountRef;

/** A talent with the profile that conditions what is written in their name. */
@Schema(name = "TalentDetail")
public record TalentDetail(
    UUID id,
    String slug,
    String displayName,
    String timeZone,
    String language,
    @Nullable String avatarUrl,
    String status,
    @Schema(ref = "#/components/schemas/StopPolicy") String stopPolicy,
    List<AccountRef> accounts,
    int waiting,
    int scheduled,
    @Nullable Instant nextGoesOutAt,
    List<String> needsCare,
    TalentProfile profile,
    TalentPolicy policy) {
  static TalentDetail of(Talent talent, TalentProfile profile, TalentPolicy policy) {
    return new TalentDetail(
        talent.id(),
        talent.slug(),
        talent.displayName(),
        talent.timeZone(),
        talent.language(),
        talent.avatarUrl(),
        talent.status(),
        talent.stopPolicy(),
        talent.accounts(),
        talent.waiting(),
        talent.scheduled(),
        talent.nextGoesOutAt(),
        talent.needsCare(),
        profile,
        policy);
  }
}
