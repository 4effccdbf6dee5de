package social.greenroom.media.probe;

import java.io.IOException;
import java.io.RandomAccessFile;

/** Reads a WebP's size from whichever of its three headers it has (RFC 9649). */
final class WebpHeader {
  private static final int SIMPLE = 0x56503820;
  private static final int LOSSLESS = 0x5650384C;
  private static final int EXTENDED = 0x56503858;
  private static final int EXIF = 0x45584946;
  private static final int FIRST_CHUNK = 12;
  private static final int ANIMATION_FLAG = 0x02;
  private static final int EXIF_FLAG = 0x08;
  private static final int MAX_EXIF_BYTES = 1 << 20;

  private WebpHeader() {}

  static ImageHeader read(RandomAccessFile file) throws IOException, MediaRefusedException {
    file.seek(FIRST_CHUNK);
    int type = file.readInt();
    file.skipBytes(4);
    if (type == SIMPLE) {
      file.skipBytes(6);
      int width = littleEndian(file, 2) & 0x3FFF;
      int height = littleEndian(file, 2) & 0x3FFF;
      return new ImageHeader(width, height, Orientation.UPRIGHT);
    }
    if (type == LOSSLESS) {
      file.skipBytes(1);
      int bits = littleEndian(file, 4);
      return new ImageHeader(
          (bits & 0x3FFF) + 1, ((bits >>> 14) & 0x3FFF) + 1, Orientation.UPRIGHT);
    }
    if (type == EXTENDED) {
      return extended(file);
    }
    throw new MediaRefusedException(
        "The WebP file is damaged: it has no readable picture. Export it again and add the copy.");
  }

  private static ImageHeader extended(RandomAccessFile file)
      throws IOException, MediaRefusedException {
    int flags = file.readUnsignedByte();
    if ((flags & ANIMATION_FLAG) != 0) {
      throw new MediaRefusedException(
          "The WebP file is an animation, which isn't taken yet. Add a still picture instead.");
    }
    file.skipBytes(3);
    int width = littleEndian(file, 3) + 1;
    int height = littleEndian(file, 3) + 1;
    var orientation = (flags & EXIF_FLAG) == 0 ? Orientation.UPRIGHT : orientation(file);
    return new ImageHeader(width, height, orientation);
  }

  private static Orientation orientation(RandomAccessFile file) throws IOException {
    // The Exif chunk comes after the pixels, so the chunks are walked to the end of the file.
    while (file.getFilePointer() + 8 <= file.length()) {
      int type = file.readInt();
      long length = Integer.toUnsignedLong(littleEndian(file, 4));
      if (type == EXIF && length <= MAX_EXIF_BYTES) {
        var exif = new byte[(int) length];
        file.readFully(exif);
        return ExifOrientation.read(exif);
      }
      file.seek(file.getFilePointer() + length + (length & 1));
    }
    return Orientation.UPRIGHT;
  }

  private static int littleEndian(RandomAccessFile file, int bytes) throws IOException {
    int value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= file.readUnsignedByte() << (8 * i);
    }
    return value;
  }
}
