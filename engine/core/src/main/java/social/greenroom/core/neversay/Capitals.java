package social.greenroom.core.neversay;

import java.util.HashSet;
import java.util.Set;

/**
 * A capital I and a small l look the same. Which is meant can be told from the letters around it,
 * so that neither "FAIL" nor "fail" is taken for "fall".
 */
final class Capitals {
  private Capitals() {}

  /** The letters that a letter of the text may be taken for. */
  static Set<String> lookAlikes(String text, String character, String folded, int at, int end) {
    var letters = new HashSet<>(LookAlikes.of(character, folded));
    if (character.equals("I")) {
      letters.add("i");
      if (isUpper(text, at - 1) || isUpper(text, end)) {
        letters.remove("l");
      }
    } else if (folded.equals("i")) {
      letters.remove("l");
    } else if (character.equals("l") && !isLetter(text, at - 1) && isLetter(text, end)) {
      letters.add("i");
    }
    return letters;
  }

  private static boolean isUpper(String text, int at) {
    return at >= 0 && at < text.length() && Character.isUpperCase(text.charAt(at));
  }

  private static boolean isLetter(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
  }
}
