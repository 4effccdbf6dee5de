package social.greenroom.api.consent;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the owner allows from now on.
 *
 * @param userId who may approve, for {@code operator_override}
 * @param source where it comes from, for {@code auto_source}
 */
@Schema(name = "NewStandingApproval")
public record NewStandingApproval(
    @NotNull(message = "Say what you allow: operator_override or auto_source.")
        @Pattern(
            regexp = "operator_override|auto_source",
            message = "A standing approval is an operator_override or an auto_source.")
        @Schema(enumeration = {"operator_override", "auto_source"})
        String kind,
    @Nullable UUID userId,
    @Nullable
        @Pattern(
            regexp = "persona|portal|mail|gitops|rest|recurrence|evergreen",
            message = "A source is persona, portal, mail, gitops, rest, recurrence or evergreen.")
        @Schema(ref = "#/components/schemas/Origin")
        String source) {}
