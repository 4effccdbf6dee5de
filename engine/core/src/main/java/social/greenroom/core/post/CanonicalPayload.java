package social.greenroom.core.post;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The versioned canonical form of a payload and its hash, which an approval names. Version 1 is a
 * JSON object with its keys in alphabetical order, no white space, absent values left out, and all
 * text in Unicode normalisation form C (the normaliser comes with ICU, so that it doesn't change
 * with the Java runtime). Order matters in the thread and the media, not in the options.
 */
public final class CanonicalPayload {
  /** The version written; others are refused when read. */
  public static final int VERSION = 1;

  private CanonicalPayload() {}

  /**
   * Writes the canonical form.
   *
   * @throws IllegalArgumentException when a text holds half of a surrogate pair, which has no UTF-8
   */
  public static String write(Payload payload) {
    return CanonicalWriter.write(payload);
  }

  /**
   * Reads a canonical form back.
   *
   * @throws IllegalArgumentException when it is of an unknown version, or isn't exactly what {@link
   *     #write} would have written: what was approved must be what is read
   */
  public static Payload read(String canonical) {
    var payload = CanonicalReader.read(canonical);
    if (!write(payload).equals(canonical)) {
      throw new IllegalArgumentException("The payload isn't in canonical form.");
    }
    return payload;
  }

  /** The content hash of a canonical form: SHA-256 of its UTF-8, in lower-case hexadecimal. */
  public static String hash(String canonical) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(canonical.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }

  /** The content hash of a payload. */
  public static String hash(Payload payload) {
    return hash(write(payload));
  }
}
