package social.greenroom.api.request;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.PayloadMedia;

/**
 * An uploaded file that belongs to a request.
 *
 * @param uri as the upload answered it, {@code media:} and the SHA-256
 */
@Schema(name = "Attachment")
public record AttachedFile(
    @NotNull(message = "Say which upload is meant: send its uri.")
        @Pattern(
            regexp = "media:[0-9a-f]{64}",
            message = "An attachment's uri is the one the upload answered, such as media:3f0a….")
        String uri,
    @Nullable
        @Size(
            max = PayloadMedia.ALT_TEXT_MAX,
            message = "An alt text has at most {max} characters; shorten it.")
        String altText) {
  String sha256() {
    return uri.substring("media:".length());
  }
}
