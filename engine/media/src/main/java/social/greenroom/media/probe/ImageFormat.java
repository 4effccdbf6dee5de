package social.greenroom.media.probe;

import java.util.Arrays;
import java.util.Optional;

/** The picture formats people may give, each with the one FFmpeg demuxer that may open it. */
public enum ImageFormat {
  JPEG("image/jpeg", "jpeg_pipe"),
  PNG("image/png", "png_pipe"),
  WEBP("image/webp", "webp_pipe"),
  GIF("image/gif", "gif");

  private final String mediaType;
  private final String demuxer;

  ImageFormat(String mediaType, String demuxer) {
    this.mediaType = mediaType;
    this.demuxer = demuxer;
  }

  public String mediaType() {
    return mediaType;
  }

  /** FFmpeg's name of the demuxer, to be forced so that content can't choose another. */
  public String demuxer() {
    return demuxer;
  }

  static Optional<ImageFormat> ofMediaType(String mediaType) {
    return Arrays.stream(values()).filter(f -> f.mediaType.equals(mediaType)).findFirst();
  }
}
