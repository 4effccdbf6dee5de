package social.greenroom.api.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.talent.TalentRef;

/**
 * An account at a network, with its rules.
 *
 * @param remoteId its id at the network, fixed once connected
 * @param rules the rules of posting in words, each with who said it
 * @param nextSlot the next free slot, if there is one
 * @param bestTime the next of the best times that is free, where any are known: those that the
 *     rules say, else the network's
 */
@Schema(name = "Account")
public record Account(
    UUID id,
    String platform,
    String handle,
    String displayName,
    TalentRef talent,
    @Schema(ref = "#/components/schemas/Channel") String channel,
    @Nullable String remoteId,
    boolean connected,
    @Schema(ref = "#/components/schemas/Health") String health,
    @Nullable String healthMessage,
    int dailyCap,
    int cooldownMinutes,
    List<Slot> slots,
    List<Rule> rules,
    Limits limits,
    List<String> capabilities,
    @Nullable Instant nextSlot,
    @Nullable Instant bestTime) {}
