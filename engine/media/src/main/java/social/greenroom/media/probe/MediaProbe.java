package social.greenroom.media.probe;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Says what a file is, or refuses it with a sentence. Neither its name nor the type somebody
 * declared is asked: the bytes alone decide, and nothing is decoded.
 */
public final class MediaProbe {
  private final MediaLimits limits;

  public MediaProbe(MediaLimits limits) {
    this.limits = limits;
  }

  /**
   * What the file is.
   *
   * @throws MediaRefusedException when it isn't a picture of an allowed format and size, or is
   *     something else besides
   * @throws IOException when it can't be read
   */
  public Probed probe(Path file) throws IOException, MediaRefusedException {
    long bytes = Files.size(file);
    if (bytes > limits.maxBytes()) {
      throw new MediaRefusedException(
          "The picture has %,d bytes; at most %,d are taken. Add a smaller copy."
              .formatted(bytes, limits.maxBytes()));
    }
    var format = format(file);
    var header = header(format, file);
    checkSize(header);
    ForeignContent.refuse(file);
    return new Probed(format, header.width(), header.height(), header.orientation(), bytes);
  }

  private static ImageFormat format(Path file) throws IOException, MediaRefusedException {
    var found = detect(file);
    return ImageFormat.ofMediaType(found)
        .orElseThrow(
            () ->
                new MediaRefusedException(
                    "The file is %s by its content; pictures are taken as JPEG, PNG, WebP or GIF."
                        .formatted(inWords(found))));
  }

  private static String detect(Path file) throws IOException {
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      return MimeTypes.getDefaultMimeTypes().detect(in, new Metadata()).toString();
    }
  }

  private static String inWords(String mediaType) {
    return switch (mediaType) {
      case "application/octet-stream" -> "of an unknown kind";
      case "text/plain" -> "plain text";
      case "text/html", "application/xhtml+xml" -> "a web page";
      case "image/svg+xml", "application/xml" -> "an SVG or XML document, which can carry scripts,";
      case "image/heic", "image/heif" -> "a HEIC photo";
      default -> mediaType;
    };
  }

  private static ImageHeader header(ImageFormat format, Path file)
      throws IOException, MediaRefusedException {
    try (var in = new RandomAccessFile(file.toFile(), "r")) {
      return ImageHeader.read(format, in);
    } catch (EOFException e) {
      throw new MediaRefusedException(
          "The picture ends before it begins: the file was cut off. Add it again.");
    }
  }

  private void checkSize(ImageHeader header) throws MediaRefusedException {
    int width = header.width();
    int height = header.height();
    if (width <= 0 || height <= 0) {
      throw new MediaRefusedException(
          "The picture says it has no width or no height. Export it again and add the copy.");
    }
    if (width > limits.maxSide()
        || height > limits.maxSide()
        || (long) width * height > limits.maxPixels()) {
      throw new MediaRefusedException(
          "The picture has %,d x %,d pixels; at most %,d megapixels and %,d on a side are taken."
                  .formatted(width, height, limits.maxPixels() / 1_000_000, limits.maxSide())
              + " Add a smaller copy.");
    }
  }
}
