package social.greenroom.api.variant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A picture that goes out with a post.
 *
 * @param url where this API serves it
 */
@Schema(name = "Media")
public record Media(
    String sha256, String url, String mediaType, int width, int height, String altText) {}
