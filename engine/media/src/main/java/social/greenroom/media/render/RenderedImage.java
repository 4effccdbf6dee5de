package social.greenroom.media.render;

import java.nio.file.Path;

/** A picture made for a network: a JPEG in sRGB, without any of the original's metadata. */
public record RenderedImage(Path file, int width, int height, long bytes) {
  public String mediaType() {
    return "image/jpeg";
  }
}
