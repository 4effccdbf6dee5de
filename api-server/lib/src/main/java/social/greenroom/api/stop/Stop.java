package social.greenroom.api.stop;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.account.AccountRef;
import social.greenroom.api.talent.TalentRef;

/**
 * Something that keeps posts from going out.
 *
 * @param id null for one that a resource declares: it ends with a change of the resource
 * @param kind {@code panic} of a talent, {@code pause} by a person, {@code declared} by a resource,
 *     {@code network} where the network blocks it or wants to be waited for
 * @param sentence who stopped what, for a person
 * @param reason in the words of who stopped it
 * @param until when it ends by itself; null where a person has to end it
 * @param waiting how many approved posts it holds
 * @param access what becomes of the access to each account, in sentences; of a panic only
 * @param mayLift whether the person who asks may let it go on
 * @param lifting who may, or how, as a sentence
 */
@Schema(name = "Stop")
public record Stop(
    @Nullable UUID id,
    @Schema(enumeration = {"tenant", "talent", "account"}) String scope,
    @Schema(enumeration = {"panic", "pause", "declared", "network"}) String kind,
    @Schema(ref = "#/components/schemas/StopPolicy") String policy,
    @Nullable TalentRef talent,
    @Nullable AccountRef account,
    String sentence,
    @Nullable String reason,
    @Nullable String setBy,
    @Nullable Instant setAt,
    @Nullable Instant until,
    int waiting,
    List<String> access,
    boolean mayLift,
    String lifting) {}
