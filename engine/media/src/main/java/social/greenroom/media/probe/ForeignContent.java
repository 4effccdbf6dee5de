package social.greenroom.media.probe;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Looks for a second face: a file that is a picture to one program and a web page, a script or an
 * archive to another. Films that phones append to their photos are left alone.
 */
final class ForeignContent {
  /** Long enough that they don't turn up by chance in 50 MB of compressed pixels. */
  private static final List<String> MARKUP =
      List.of("<script", "<html>", "<html ", "<!doctype html", "<?php ", "<iframe");

  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ARCHIVE_END = {'P', 'K', 5, 6};
  private static final int PDF_LOOKS_WITHIN = 1024;
  private static final int ARCHIVE_LOOKS_WITHIN = 22 + 65_535;
  private static final int CHUNK = 64 * 1024;
  private static final int OVERLAP = 32;

  private ForeignContent() {}

  /** Refuses the file when there is more in it than a picture. */
  static void refuse(Path file) throws IOException, MediaRefusedException {
    if (hasMarkup(file)) {
      throw new MediaRefusedException(
          "The picture has a web page or a script inside. Export it again as JPEG or PNG and add"
              + " the copy.");
    }
    if (indexOf(read(file, 0, PDF_LOOKS_WITHIN), PDF) >= 0) {
      throw new MediaRefusedException(
          "The picture has a PDF document inside. Export it again as JPEG or PNG and add the copy.");
    }
    long end = Files.size(file);
    if (indexOf(read(file, end - ARCHIVE_LOOKS_WITHIN, ARCHIVE_LOOKS_WITHIN), ARCHIVE_END) >= 0) {
      throw new MediaRefusedException(
          "The picture has an archive inside. Export it again as JPEG or PNG and add the copy.");
    }
  }

  private static boolean hasMarkup(Path file) throws IOException {
    try (var in = new BufferedInputStream(Files.newInputStream(file), CHUNK)) {
      var tail = "";
      for (var chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
        var text = (tail + new String(chunk, StandardCharsets.ISO_8859_1)).toLowerCase(Locale.ROOT);
        if (MARKUP.stream().anyMatch(text::contains)) {
          return true;
        }
        tail = text.substring(Math.max(0, text.length() - OVERLAP));
      }
      return false;
    }
  }

  private static byte[] read(Path file, long from, int length) throws IOException {
    try (var in = Files.newInputStream(file)) {
      in.skipNBytes(Math.max(0, from));
      return in.readNBytes(length);
    }
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .indexOf(new String(wanted, StandardCharsets.ISO_8859_1));
  }
}
