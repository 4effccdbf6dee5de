package social.greenroom.media.probe;

import java.io.IOException;
import java.io.RandomAccessFile;

/** Reads a GIF's logical screen (GIF89a specification, section 18). */
final class GifHeader {
  private GifHeader() {}

  static ImageHeader read(RandomAccessFile file) throws IOException {
    file.seek(6);
    int width = Short.toUnsignedInt(Short.reverseBytes(file.readShort()));
    int height = Short.toUnsignedInt(Short.reverseBytes(file.readShort()));
    return new ImageHeader(width, height, Orientation.UPRIGHT);
  }
}
