package social.greenroom.worker.admin;

import java.security.SecureRandom;

/** A password that can be read out: four groups of four, 79 bits. */
final class OneTimePassword {
  /** No letter that is taken for another. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int GROUP = 4;
  private static final int LENGTH = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private OneTimePassword() {}

  static String next() {
    var text = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % GROUP == 0) {
        text.append('-');
      }
      text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
