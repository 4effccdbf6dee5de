package social.greenroom.media.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import social.greenroom.media.ffmpeg.FfmpegFailedException;

/**
 * Takes every application segment but JFIF's, and every comment, out of a JPEG we made. FFmpeg 4
 * writes none, later versions pass on what the input carried (place, device, names): this holds
 * whatever the version.
 */
final class JpegMetadata {
  private static final int JFIF = 0xE0;
  private static final int LAST_APPLICATION = 0xEF;
  private static final int COMMENT = 0xFE;
  private static final int START_OF_SCAN = 0xDA;

  private JpegMetadata() {}

  static void strip(Path file) throws IOException, FfmpegFailedException {
    var jpeg = Files.readAllBytes(file);
    if (jpeg.length < 4 || unsigned(jpeg, 0) != 0xFF || unsigned(jpeg, 1) != 0xD8) {
      throw new FfmpegFailedException("FFmpeg made no picture of this file; export it again.");
    }
    var kept = new ByteArrayOutputStream(jpeg.length);
    kept.write(jpeg, 0, 2);
    int at = 2;
    while (at + 4 <= jpeg.length && unsigned(jpeg, at + 1) != START_OF_SCAN) {
      int marker = unsigned(jpeg, at + 1);
      int length = 2 + ((unsigned(jpeg, at + 2) << 8) | unsigned(jpeg, at + 3));
      if (!isMetadata(marker)) {
        kept.write(jpeg, at, Math.min(length, jpeg.length - at));
      }
      at += length;
    }
    if (at < jpeg.length) {
      kept.write(jpeg, at, jpeg.length - at);
    }
    if (kept.size() != jpeg.length) {
      Files.write(file, kept.toByteArray());
    }
  }

  private static boolean isMetadata(int marker) {
    return (marker > JFIF && marker <= LAST_APPLICATION) || marker == COMMENT;
  }

  private static int unsigned(byte[] bytes, int at) {
    return Byte.toUnsignedInt(bytes[at]);
  }
}
