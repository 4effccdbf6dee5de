package social.greenroom.api.media;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.core.media.MediaStore.StoredMedia;
import social.greenroom.core.media.MediaTooLargeException;
import social.greenroom.media.store.Spool;

/** Writes what arrives into a file, and stops at the limit. */
record Arrival(long maxBytes) {
  /**
   * Copies the whole body.
   *
   * @throws ProblemException 413 when there is more than the limit, 400 when the sender stops early
   *     or sends nothing
   * @throws IOException when the file can't be written
   */
  StoredMedia copy(InputStream body, Path file) throws IOException {
    var arrived = write(body, file);
    if (arrived.bytes() == 0) {
      throw ProblemException.of(
          ProblemKind.BAD_REQUEST, "The upload is empty: send the file as the request's body.");
    }
    return arrived;
  }

  private StoredMedia write(InputStream body, Path file) throws IOException {
    try {
      return Spool.write(new Sent(body), file, maxBytes);
    } catch (MediaTooLargeException e) {
      throw ProblemException.of(
          ProblemKind.TOO_LARGE,
          "The file is larger than %,d bytes, the most that is taken; send a smaller copy."
              .formatted(maxBytes));
    }
  }

  /** What a client sends: that it stops is the client's doing, not a fault of ours. */
  private static final class Sent extends FilterInputStream {
    Sent(InputStream body) {
      super(body);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      try {
        return super.read(buffer, offset, length);
      } catch (IOException e) {
        throw ProblemException.of(
            ProblemKind.BAD_REQUEST,
            "The upload ended before the file was complete; send it again.");
      }
    }
  }
}
