package social.greenroom.api.talent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.account.AccountRef;

/**
 * A talent at a glance.
 *
 * @param waiting how many posts wait for this talent's yes
 * @param scheduled how many approved posts will go out
 * @param needsCare what somebody should look at, in sentences
 */
@Schema(name = "Talent")
public record Talent(
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
    List<String> needsCare) {}
