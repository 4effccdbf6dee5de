package social.greenroom.api.variant;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.PayloadMedia;

/**
 * A change to what goes out: absent fields stay, an empty string removes the first comment or the
 * link.
 *
 * @param version the version the change was made from
 * @param altTexts new alt texts, by the picture's SHA-256
 * @param removeMedia the pictures to leave out, by SHA-256
 */
@Schema(name = "VariantEdit")
public record VariantEdit(
    int version,
    @Nullable @Size(max = 100_000, message = "The text has at most 100,000 characters.")
        String text,
    @Nullable @Size(max = 25, message = "A thread has at most 25 further posts.")
        List<@Size(max = 100_000, message = "A post has at most 100,000 characters.") String>
            thread,
    @Nullable @Size(max = 10_000, message = "The first comment has at most 10,000 characters.")
        String firstComment,
    @Nullable
        @Size(max = 2_048, message = "A link has at most 2,048 characters.")
        @Pattern(regexp = "|https?://\\S+", message = "A link begins with https:// or http://.")
        String link,
    @Nullable @Size(max = 20, message = "A post has at most 20 pictures.")
        Map<
                String,
                @Size(
                    max = PayloadMedia.ALT_TEXT_MAX,
                    message = "An alt text has at most {max} characters; shorten it.")
                String>
            altTexts,
    @Nullable @Size(max = 20, message = "A post has at most 20 pictures.") List<String> removeMedia,
    @Nullable Instant publishAt) {}
