package social.greenroom.api.session;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The agency a session belongs to. */
@Schema(name = "TenantRef")
public record TenantRef(UUID id, String name, String displayName) {}
