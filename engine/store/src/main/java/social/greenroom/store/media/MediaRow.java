package social.greenroom.store.media;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file in the media store.
 *
 * @param kind original or rendition
 * @param sourceSha256 what a rendition was made from
 */
public record MediaRow(
    UUID tenantId,
    String sha256,
    String kind,
    @Nullable String sourceSha256,
    String mediaType,
    long bytes,
    int width,
    int height,
    @Nullable String filename,
    String createdBy,
    Instant createdAt) {}
