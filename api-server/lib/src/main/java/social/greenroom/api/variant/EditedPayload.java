package social.greenroom.api.variant;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.Payload;
import social.greenroom.core.post.PayloadMedia;

/** A payload as an edit leaves it: absent fields stay, an empty comment or link goes away. */
final class EditedPayload {
  private EditedPayload() {}

  static Payload of(Payload before, VariantEdit edit) {
    var text = edit.text();
    var thread = edit.thread();
    return new Payload(
        before.platform(),
        before.accountRemoteId(),
        text == null ? before.text() : text,
        thread == null ? before.thread() : thread,
        replaced(before.firstComment(), edit.firstComment()),
        replaced(before.link(), edit.link()),
        media(before.media(), edit),
        before.options());
  }

  private static @Nullable String replaced(@Nullable String before, @Nullable String edited) {
    if (edited == null) {
      return before;
    }
    return edited.isBlank() ? null : edited;
  }

  private static List<PayloadMedia> media(List<PayloadMedia> before, VariantEdit edit) {
    var removed = edit.removeMedia() == null ? Set.<String>of() : Set.copyOf(edit.removeMedia());
    Map<String, String> texts = edit.altTexts() == null ? Map.of() : edit.altTexts();
    return before.stream()
        .filter(picture -> !removed.contains(picture.sha256()))
        .map(picture -> described(picture, texts.get(picture.sha256())))
        .toList();
  }

  private static PayloadMedia described(PayloadMedia picture, @Nullable String altText) {
    return altText == null
        ? picture
        : new PayloadMedia(
            picture.sha256(), picture.mediaType(), picture.width(), picture.height(), altText);
  }
}
