package social.greenroom.store.media;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.network.Platform;

/**
 * A picture of a variant.
 *
 * @param position its place among the variant's pictures, from 0
 * @param platform the network whose size it needs
 * @param renditionSha256 what was rendered; null until then
 */
public record VariantMedia(
    UUID variantId,
    int position,
    Platform platform,
    String sourceSha256,
    String sourceMediaType,
    String altText,
    @Nullable String renditionSha256) {}
