package social.greenroom.api.consent;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person in a few words. */
@Schema(name = "PersonRef")
public record PersonRef(
    UUID id, String displayName, @Schema(ref = "#/components/schemas/Role") String role) {}
