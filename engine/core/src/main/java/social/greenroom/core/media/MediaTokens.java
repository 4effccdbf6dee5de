package social.greenroom.core.media;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.media.MediaGrant.Scope;

/**
 * Writes grants as tokens and reads them back: the grant in plain text, then its HMAC-SHA-256 (RFC
 * 2104), so that whoever holds the key needs to remember nothing. {@code
 * v1.<tenant>.<scope>.<request or ->.<expiry, seconds since 1970>.<MAC, Base64url>}.
 */
public final class MediaTokens {
  private static final int KEY_BYTES = 32;
  private static final String UUID_TEXT = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final Pattern TOKEN =
      Pattern.compile(
          "(v1\\.(%1$s)\\.(read|write|render)\\.(-|%1$s)\\.([0-9]{1,11}))\\.([A-Za-z0-9_-]{43})"
              .formatted(UUID_TEXT));

  /** What is signed with this key is a media token, and nothing else ever will be. */
  private static final String PURPOSE = "greenroom media token ";

  private final List<SecretKeySpec> keys;

  private MediaTokens(List<SecretKeySpec> keys) {
    this.keys = keys;
  }

  /**
   * Takes the key.
   *
   * @param keys Base64 of at least 32 random bytes; several, separated by commas, while a key is
   *     replaced: the first signs, all are believed
   * @throws IllegalArgumentException with a sentence that doesn't show them
   */
  public static MediaTokens of(String keys) {
    var taken = new ArrayList<SecretKeySpec>();
    for (var key : keys.split(",", -1)) {
      taken.add(new SecretKeySpec(decode(key.strip()), "HmacSHA256"));
    }
    return new MediaTokens(List.copyOf(taken));
  }

  private static byte[] decode(String key) {
    try {
      var bytes = Base64.getDecoder().decode(key);
      if (bytes.length >= KEY_BYTES) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // Told below, without the text that was tried.
    }
    throw new IllegalArgumentException(
        "The media signing key has to be Base64 of at least %d random bytes.".formatted(KEY_BYTES));
  }

  /** The token of that grant. */
  public String sign(MediaGrant grant) {
    var text =
        "v1.%s.%s.%s.%d"
            .formatted(
                grant.tenantId(),
                grant.scope().name().toLowerCase(Locale.ROOT),
                grant.requestId() == null ? "-" : grant.requestId(),
                grant.expires().getEpochSecond());
    return text
        + "."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(mac(keys.get(0), text));
  }

  /** The grant of a token that was signed here and hasn't expired; empty for anything else. */
  public Optional<MediaGrant> read(String token, Instant now) {
    var parts = TOKEN.matcher(token);
    if (!parts.matches() || !signed(parts.group(1), parts.group(6))) {
      return Optional.empty();
    }
    var scope = Scope.valueOf(parts.group(3).toUpperCase(Locale.ROOT));
    var grant =
        new MediaGrant(
            UUID.fromString(parts.group(2)),
            scope,
            request(parts.group(4)),
            Instant.ofEpochSecond(Long.parseLong(parts.group(5))));
    return Optional.of(grant).filter(found -> now.isBefore(found.expires()));
  }

  /**
   * The tenant that a token names, whoever signed it: for words about it, and for no decision.
   * Empty for what is no token.
   */
  public static Optional<UUID> namedTenant(String token) {
    var parts = TOKEN.matcher(token);
    return parts.matches() ? Optional.of(UUID.fromString(parts.group(2))) : Optional.empty();
  }

  private static @Nullable UUID request(String text) {
    return text.equals("-") ? null : UUID.fromString(text);
  }

  /** Compares in constant time. */
  private boolean signed(String text, String mac) {
    byte[] told = Base64.getUrlDecoder().decode(mac);
    boolean found = false;
    for (var key : keys) {
      found |= MessageDigest.isEqual(mac(key, text), told);
    }
    return found;
  }

  private static byte[] mac(SecretKeySpec key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal((PURPOSE + text).getBytes(US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks HmacSHA256.", e);
    }
  }

  @Override
  public String toString() {
    return "MediaTokens[hidden]";
  }
}
