package social.greenroom.api.variant;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The idea behind a variant.
 *
 * @param requestName the PostRequest it came from, as the cluster names it
 */
@Schema(name = "PostRef")
public record PostRef(
    UUID id,
    String title,
    String idea,
    @Schema(ref = "#/components/schemas/Origin") String origin,
    @Nullable String requestName,
    Instant createdAt) {}
