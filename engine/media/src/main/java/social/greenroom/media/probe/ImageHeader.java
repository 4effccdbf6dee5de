package social.greenroom.media.probe;

import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * What a picture's header tells without decoding it.
 *
 * @param width in pixels as stored
 * @param height in pixels as stored
 */
record ImageHeader(int width, int height, Orientation orientation) {

  /**
   * Reads a header from the file's beginning.
   *
   * @throws IOException when the file can't be read or ends too early
   * @throws MediaRefusedException when it isn't well formed
   */
  static ImageHeader read(ImageFormat format, RandomAccessFile file)
      throws IOException, MediaRefusedException {
    return switch (format) {
      case JPEG -> JpegHeader.read(file);
      case PNG -> PngHeader.read(file);
      case WEBP -> WebpHeader.read(file);
      case GIF -> GifHeader.read(file);
    };
  }
}
