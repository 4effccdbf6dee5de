package social.greenroom.media.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import social.greenroom.core.media.MediaStore.StoredMedia;
import social.greenroom.core.media.MediaTooLargeException;

/** Writes a stream into a file through one buffer, and tells what it was. */
public final class Spool {
  private static final int BUFFER_BYTES = 64 * 1024;

  private Spool() {}

  /**
   * Writes all of it into the file, in place of what was there.
   *
   * @throws MediaTooLargeException as soon as more than that many bytes came
   */
  public static StoredMedia write(InputStream content, Path file, long maxBytes)
      throws IOException, MediaTooLargeException {
    try (var out = Files.newOutputStream(file)) {
      return copy(content, out, maxBytes);
    }
  }

  /** The same into a stream, which stays open. */
  static StoredMedia copy(InputStream content, OutputStream out, long maxBytes)
      throws IOException, MediaTooLargeException {
    var digest = sha256();
    var total = 0L;
    var buffer = new byte[BUFFER_BYTES];
    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
      total += read;
      if (total > maxBytes) {
        throw new MediaTooLargeException(maxBytes);
      }
      digest.update(buffer, 0, read);
      out.write(buffer, 0, read);
    }
    return new StoredMedia(HexFormat.of().formatHex(digest.digest()), total);
  }

  /** The lower-case hexadecimal SHA-256 of what is left in the stream. */
  static String digest(InputStream content) throws IOException {
    var digest = sha256();
    new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
