package social.greenroom.media.probe;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Finds the orientation tag in an Exif block (a TIFF structure); damage means upright. */
final class ExifOrientation {
  private static final int ORIENTATION_TAG = 0x0112;
  private static final int ENTRY_BYTES = 12;

  private ExifOrientation() {}

  static Orientation read(byte[] tiff) {
    var data = ByteBuffer.wrap(tiff);
    if (tiff.length < 8) {
      return Orientation.UPRIGHT;
    }
    data.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = data.getInt(4);
    if (directory < 8 || directory > tiff.length - 2) {
      return Orientation.UPRIGHT;
    }
    int entries = Short.toUnsignedInt(data.getShort(directory));
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY_BYTES;
      if (entry > tiff.length - ENTRY_BYTES) {
        return Orientation.UPRIGHT;
      }
      if (Short.toUnsignedInt(data.getShort(entry)) == ORIENTATION_TAG) {
        return Orientation.ofExif(Short.toUnsignedInt(data.getShort(entry + 8)));
      }
    }
    return Orientation.UPRIGHT;
  }
}
