package social.greenroom.api.session;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.talent.TalentRef;

/**
 * Who is signed in, where, and as what.
 *
 * @param talent the one talent this person sees, where the role is bound to one
 * @param csrfToken to be repeated in {@code X-CSRF-Token} by every unsafe request
 * @param sandbox true where networks or models are the sandbox's
 */
@Schema(name = "Session")
public record Session(
    User user,
    TenantRef tenant,
    @Schema(ref = "#/components/schemas/Role") String role,
    @Nullable TalentRef talent,
    String csrfToken,
    boolean sandbox) {}
