package social.greenroom.worker.generate;

import org.jspecify.annotations.Nullable;
import social.greenroom.media.probe.Probed;
import social.greenroom.store.media.NewMedia;

/**
 * A picture that came with a request, probed by its content.
 *
 * @param altText as whoever gave it described it
 */
record Picture(String sha256, Probed probed, @Nullable String altText) {
  NewMedia media(String createdBy) {
    return new NewMedia(
        sha256,
        probed.mediaType(),
        probed.bytes(),
        probed.width(),
        probed.height(),
        null,
        createdBy);
  }

  /** What a model is told of it. */
  String description() {
    var size = "%d x %d pixels".formatted(probed.uprightWidth(), probed.uprightHeight());
    return altText == null || altText.isBlank()
        ? "A picture of " + size
        : "A picture of %s, described as: %s".formatted(size, altText);
  }
}
