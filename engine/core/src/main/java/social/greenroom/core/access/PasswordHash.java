package social.greenroom.core.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password, hashed with PBKDF2-HMAC-SHA-256. Its text form carries the parameters, so that they
 * can be raised without invalidating what is stored: {@code $pbkdf2-sha256$i=600000$<salt>$<hash>},
 * both in unpadded base64.
 */
public final class PasswordHash {
  /** OWASP's advice for PBKDF2-HMAC-SHA-256 (Password Storage Cheat Sheet, 2023). */
  public static final int ITERATIONS = 600_000;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Pattern TEXT =
      Pattern.compile(
          "\\$pbkdf2-sha256\\$i=([1-9][0-9]{0,8})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final int iterations;
  private final byte[] salt;
  private final byte[] hash;

  private PasswordHash(int iterations, byte[] salt, byte[] hash) {
    this.iterations = iterations;
    this.salt = salt;
    this.hash = hash;
  }

  /** Hashes a password with a new salt; takes some tenths of a second, as it should. */
  public static PasswordHash of(String password) {
    var salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return new PasswordHash(ITERATIONS, salt, derive(password, salt, ITERATIONS, HASH_BYTES));
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it isn't one; the message doesn't repeat the text
   */
  public static PasswordHash parse(String text) {
    var parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("The stored password hash isn't in a known form.");
    }
    var decoder = Base64.getDecoder();
    return new PasswordHash(
        Integer.parseInt(parts.group(1)),
        decoder.decode(parts.group(2)),
        decoder.decode(parts.group(3)));
  }

  /** Compares in a time that doesn't depend on where the two differ. */
  public boolean matches(String password) {
    return MessageDigest.isEqual(hash, derive(password, salt, iterations, hash.length));
  }

  /** True when it was made with weaker parameters than today's and should be made again. */
  public boolean outdated() {
    return iterations < ITERATIONS || hash.length < HASH_BYTES || salt.length < SALT_BYTES;
  }

  /** The text form, to be stored. */
  public String text() {
    var encoder = Base64.getEncoder().withoutPadding();
    return "$pbkdf2-sha256$i=%d$%s$%s"
        .formatted(iterations, encoder.encodeToString(salt), encoder.encodeToString(hash));
  }

  @Override
  public String toString() {
    return "PasswordHash[%d iterations]".formatted(iterations);
  }

  private static byte[] derive(String password, byte[] salt, int iterations, int bytes) {
    var spec = new PBEKeySpec(password.toCharArray(), salt, iterations, bytes * 8);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks PBKDF2WithHmacSHA256.", e);
    } finally {
      spec.clearPassword();
    }
  }
}
