package social.greenroom.core.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret in a session's cookie: 256 random bits. Only its hash is stored, so a stolen database
 * opens no session; and since the token is random, a plain SHA-256 is enough.
 */
public final class SessionToken {
  private static final int BYTES = 32;
  private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String value;

  private SessionToken(String value) {
    this.value = value;
  }

  public static SessionToken random() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The token of a cookie's value, or empty if it can't be one. */
  public static Optional<SessionToken> parse(String cookieValue) {
    return TEXT.matcher(cookieValue).matches()
        ? Optional.of(new SessionToken(cookieValue))
        : Optional.empty();
  }

  /** The cookie's value; goes to its owner's browser and nowhere else. */
  public String value() {
    return value;
  }

  /** What is stored: lower-case hexadecimal SHA-256. */
  public String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(value.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks SHA-256.", e);
    }
  }

  /**
   * The token an unsafe request must repeat in a header. It follows from the session's own, so
   * nothing more is stored, and doesn't lead back to it.
   */
  public String csrfToken() {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(value.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      var code = mac.doFinal("greenroom csrf v1".getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks HmacSHA256.", e);
    }
  }

  /** Compares in constant time. */
  public boolean csrfMatches(String header) {
    return MessageDigest.isEqual(
        csrfToken().getBytes(StandardCharsets.US_ASCII), header.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "SessionToken[hidden]";
  }
}
