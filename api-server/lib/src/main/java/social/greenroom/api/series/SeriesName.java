package social.greenroom.api.series;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Names the PostSeries of what somebody asks for: after its first words, and what identifies it.
 */
final class SeriesName {
  private static final int WORDS_MAX = 40;
  private static final int HASH_BYTES = 6;

  private SeriesName() {}

  /**
   * A name that Kubernetes takes, at most 53 characters.
   *
   * @param key what identifies the call
   */
  static String of(String words, String key) {
    var plain =
        Normalizer.normalize(words, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    var cut = plain.length() <= WORDS_MAX ? plain : wholeWords(plain.substring(0, WORDS_MAX + 1));
    var begins = cut.replaceAll("^-+|-+$", "");
    return "%s-%s".formatted(begins.isEmpty() ? "series" : begins, hash(key));
  }

  private static String wholeWords(String cut) {
    int end = cut.lastIndexOf('-');
    return cut.substring(0, end > 0 ? end : WORDS_MAX);
  }

  private static String hash(String key) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
