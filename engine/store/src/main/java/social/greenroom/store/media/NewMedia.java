package social.greenroom.store.media;

import org.jspecify.annotations.Nullable;

/** A file that the media store holds already, as it was probed. */
public record NewMedia(
    String sha256,
    String mediaType,
    long bytes,
    int width,
    int height,
    @Nullable String filename,
    String createdBy) {}
