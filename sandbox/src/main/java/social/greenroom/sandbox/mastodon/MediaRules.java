package social.greenroom.sandbox.mastodon;

import io.vertx.core.json.JsonArray;
import java.util.Optional;
import social.greenroom.sandbox.media.MediaKind;

/** What media the instance takes. */
final class MediaRules {
  static final int MOST = 4;
  static final int MAX_IMAGE = 16_777_216;
  static final int MAX_VIDEO = 103_809_024;

  private MediaRules() {}

  static JsonArray types() {
    var types = new JsonArray();
    for (var kind : MediaKind.values()) {
      types.add(kind.mediaType());
    }
    return types;
  }

  /** Why the instance doesn't take {@code bytes}, if it doesn't. */
  static Optional<String> complaint(byte[] bytes) {
    var kind = MediaKind.of(bytes);
    if (kind.isEmpty()) {
      return Optional.of("Validation failed: File content type is invalid");
    }
    int most = kind.get().image() ? MAX_IMAGE : MAX_VIDEO;
    return bytes.length > most
        ? Optional.of("Validation failed: File file size must be less than " + most + " bytes")
        : Optional.empty();
  }
}
