package social.greenroom.store.request;

import org.jspecify.annotations.Nullable;

/**
 * A file that came with a request.
 *
 * @param uri {@code media:<sha256>} for what is in the media store, or the address to fetch it from
 */
public record Attachment(
    String uri,
    @Nullable String sha256,
    @Nullable String mediaType,
    @Nullable Long bytes,
    @Nullable String altText) {}
