package social.greenroom.media.probe;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Walks a JPEG's segments (ITU-T T.81, annex B) as far as the frame header. */
final class JpegHeader {
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final int APP1 = 0xE1;
  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;

  private JpegHeader() {}

  static ImageHeader read(RandomAccessFile file) throws IOException, MediaRefusedException {
    file.seek(2);
    var orientation = Orientation.UPRIGHT;
    while (true) {
      int marker = nextMarker(file);
      if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
        throw malformed();
      }
      int length = file.readUnsignedShort() - 2;
      long next = file.getFilePointer() + length;
      if (length < 0) {
        throw malformed();
      }
      if (isFrame(marker)) {
        file.skipBytes(1);
        int height = file.readUnsignedShort();
        int width = file.readUnsignedShort();
        return new ImageHeader(width, height, orientation);
      }
      if (marker == APP1) {
        orientation = exif(file, length, orientation);
      }
      file.seek(next);
    }
  }

  private static int nextMarker(RandomAccessFile file) throws IOException, MediaRefusedException {
    if (file.readUnsignedByte() != 0xFF) {
      throw malformed();
    }
    int marker = file.readUnsignedByte();
    while (marker == 0xFF) {
      marker = file.readUnsignedByte();
    }
    return marker;
  }

  private static boolean isFrame(int marker) {
    // C4, C8 and CC share the range of the frame headers but mean tables and extensions.
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static Orientation exif(RandomAccessFile file, int length, Orientation otherwise)
      throws IOException {
    var segment = new byte[length];
    file.readFully(segment);
    if (length < EXIF.length || !Arrays.equals(EXIF, Arrays.copyOf(segment, EXIF.length))) {
      return otherwise;
    }
    return ExifOrientation.read(Arrays.copyOfRange(segment, EXIF.length, length));
  }

  private static MediaRefusedException malformed() {
    return new MediaRefusedException(
        "The JPEG file is damaged: it has no readable picture. Export it again and add the copy.");
  }
}
