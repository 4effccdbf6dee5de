package social.greenroom.api.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;

/** Writes what arrives into a file, and stops at the limit. */
record Arrival(long maxBytes) {
  private static final int BUFFER_BYTES = 64 * 1024;

  /**
   * Copies the whole body.
   *
   * @throws ProblemException 413 when there is more than the limit, 400 when the sender stops early
   *     or sends nothing
   * @throws IOException when the file can't be written
   */
  void copy(InputStream body, Path file) throws IOException {
    var total = 0L;
    try (var out = Files.newOutputStream(file)) {
      var buffer = new byte[BUFFER_BYTES];
      for (int read = next(body, buffer); read >= 0; read = next(body, buffer)) {
        total += read;
        if (total > maxBytes) {
          throw ProblemException.of(
              ProblemKind.TOO_LARGE,
              "The file is larger than %,d bytes, the most that is taken; send a smaller copy."
                  .formatted(maxBytes));
        }
        out.write(buffer, 0, read);
      }
    }
    if (total == 0) {
      throw ProblemException.of(
          ProblemKind.BAD_REQUEST, "The upload is empty: send the file as the request's body.");
    }
  }

  private static int next(InputStream body, byte[] buffer) {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      throw ProblemException.of(
          ProblemKind.BAD_REQUEST, "The upload ended before the file was complete; send it again.");
    }
  }
}
