package social.greenroom.sandbox.media;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The media types the networks take, told by a file's first bytes rather than by its name. */
public enum MediaKind {
  JPEG("image/jpeg", true),
  PNG("image/png", true),
  GIF("image/gif", true),
  WEBP("image/webp", true),
  MP4("video/mp4", false);

  private final String mediaType;
  private final boolean image;

  MediaKind(String mediaType, boolean image) {
    this.mediaType = mediaType;
    this.image = image;
  }

  public String mediaType() {
    return mediaType;
  }

  public boolean image() {
    return image;
  }

  /** The kind whose signature {@code bytes} carries. */
  public static Optional<MediaKind> of(byte[] bytes) {
    var head = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of(JPEG);
    }
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    }
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
      return Optional.of(GIF);
    }
    if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
      return Optional.of(WEBP);
    }
    return head.startsWith("ftyp", 4) ? Optional.of(MP4) : Optional.empty();
  }
}
