package social.greenroom.api.consent;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A lasting consent of a talent's owner.
 *
 * @param kind {@code operator_override}: that person may approve; {@code auto_source}: what comes
 *     from there is approved with nobody asked
 * @param sentence what it allows, for a person
 */
@Schema(name = "StandingApproval")
public record StandingApproval(
    UUID id,
    @Schema(enumeration = {"operator_override", "auto_source"}) String kind,
    @Nullable PersonRef user,
    @Nullable @Schema(ref = "#/components/schemas/Origin") String source,
    String sentence,
    Instant givenAt) {}
