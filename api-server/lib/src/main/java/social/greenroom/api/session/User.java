package social.greenroom.api.session;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The signed-in person. */
@Schema(name = "User")
public record User(UUID id, String email, String displayName) {}
