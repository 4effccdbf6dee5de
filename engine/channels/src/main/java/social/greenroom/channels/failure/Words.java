package social.greenroom.channels.failure;

import java.util.regex.Pattern;

/** A network's own words, made fit for an outcome: one short line, with no secret in it. */
public final class Words {
  private static final int LONGEST = 400;
  private static final Pattern BEARER =
      Pattern.compile("(?i)\\b(bearer|basic|token|x-api-key)([\\s:=\"]+)[\\w.~+/-]{8,}=*");

  /** As X, LinkedIn and Mastodon say it. */
  private static final Pattern DUPLICATE =
      Pattern.compile("(?i)\\bduplicate\\b|\\balready been posted\\b");

  private Words() {}

  /** True when a network says with them that it has the same already. */
  static boolean tellOfDuplicate(String words) {
    return DUPLICATE.matcher(words).find();
  }

  /**
   * Cleans {@code words}.
   *
   * @param secret the account's credential, which a network might repeat
   */
  public static String clean(String words, String secret) {
    var safe = secret.isBlank() ? words : words.replace(secret, "•••");
    var line =
        BEARER
            .matcher(safe)
            .replaceAll("$1$2•••")
            .replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ")
            .strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST).stripTrailing() + "…" : line;
  }

  /** A sentence: with a full stop at its end if it has no other mark there. */
  public static String sentence(String words) {
    return words.matches("(?s).*[.!?…]") ? words : words + ".";
  }
}
