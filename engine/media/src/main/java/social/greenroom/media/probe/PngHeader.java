package social.greenroom.media.probe;

import java.io.IOException;
import java.io.RandomAccessFile;

/** Walks a PNG's chunks (ISO/IEC 15948) for its size and, before the pixels, its Exif block. */
final class PngHeader {
  private static final int IHDR = 0x49484452;
  private static final int IDAT = 0x49444154;
  private static final int EXIF = 0x65584966;
  private static final int MAX_EXIF_BYTES = 1 << 20;

  private PngHeader() {}

  static ImageHeader read(RandomAccessFile file) throws IOException, MediaRefusedException {
    file.seek(8);
    if (file.readInt() != 13 || file.readInt() != IHDR) {
      throw malformed();
    }
    int width = file.readInt();
    int height = file.readInt();
    file.seek(8 + 4 + 4 + 13 + 4);
    while (true) {
      int length = file.readInt();
      int type = file.readInt();
      if (length < 0) {
        throw malformed();
      }
      if (type == IDAT) {
        return new ImageHeader(width, height, Orientation.UPRIGHT);
      }
      if (type == EXIF && length <= MAX_EXIF_BYTES) {
        var exif = new byte[length];
        file.readFully(exif);
        return new ImageHeader(width, height, ExifOrientation.read(exif));
      }
      file.seek(file.getFilePointer() + length + 4);
    }
  }

  private static MediaRefusedException malformed() {
    return new MediaRefusedException(
        "The PNG file is damaged: it has no readable picture. Export it again and add the copy.");
  }
}
