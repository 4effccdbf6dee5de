package social.greenroom.api.caps;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a talent sets from now on, after they have seen which posts it moves.
 *
 * @param digest the plan's
 */
@Schema(name = "CapsAcceptance")
public record CapsAcceptance(
    @NotNull(message = "Say what you set (caps); an empty object lifts everything.") @Valid
        TalentCaps caps,
    @NotNull(message = "Send the plan's digest; the plan says which posts this moves.")
        String digest) {}
