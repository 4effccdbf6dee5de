package social.greenroom.api.variant;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.Payload;

/**
 * What goes out.
 *
 * @param thread the further posts of a thread, in order
 * @param options the network's own options, by name
 */
@Schema(name = "Content")
public record Content(
    String text,
    List<String> thread,
    @Nullable String firstComment,
    @Nullable String link,
    List<Media> media,
    Map<String, String> options) {
  static Content of(Payload payload) {
    return new Content(
        payload.text(),
        payload.thread(),
        payload.firstComment(),
        payload.link(),
        payload.media().stream()
            .map(
                picture ->
                    new Media(
                        picture.sha256(),
                        "/api/v1/media/" + picture.sha256(),
                        picture.mediaType(),
                        picture.width(),
                        picture.height(),
                        picture.altText()))
            .toList(),
        payload.options());
  }
}
