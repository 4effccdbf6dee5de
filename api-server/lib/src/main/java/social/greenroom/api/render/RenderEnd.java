package social.greenroom.api.render;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import social.greenroom.store.media.VariantMedia;

/** What a render Job says at its end: everything was tried, and this couldn't be made. */
public record RenderEnd(
    @NotNull(message = "Name the failures, or an empty list.")
        List<@Valid @NotNull(message = "A failure is missing.") Failure> failures) {

  /** Why a picture couldn't be made, in a sentence for its owner. */
  public record Failure(
      @NotNull(message = "Name the source.") String source,
      @NotNull(message = "Name the network.") String platform,
      @NotNull(message = "Say what happened.") String sentence) {
    private static final int MOST_CHARS = 500;

    /**
     * The Job worked on what may be hostile: its words are shown as plain text, and not at length.
     */
    String plain() {
      var text = sentence.replaceAll("\\p{Cntrl}+", " ").strip();
      return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS) + "…";
    }

    boolean isOf(VariantMedia picture) {
      return source.equals(picture.sourceSha256())
          && platform.equals(picture.platform().wireName());
    }
  }

  Optional<String> reason(VariantMedia picture) {
    return failures.stream()
        .filter(failure -> failure.isOf(picture))
        .map(Failure::plain)
        .findFirst();
  }
}
