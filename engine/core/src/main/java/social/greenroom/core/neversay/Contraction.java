package social.greenroom.core.neversay;

import java.util.Locale;
import java.util.Set;

/**
 * The apostrophe in "he'll", "it's", "we're": ordinary spelling, not a letter pushed in between.
 */
final class Contraction {
  private static final String APOSTROPHES = "'\u2019\u02BC\uFF07";
  private static final Set<String> ENDINGS = Set.of("ll", "s", "t", "re", "ve", "d", "m");

  private Contraction() {}

  static boolean at(String text, int at, int end) {
    if (APOSTROPHES.indexOf(text.charAt(at)) < 0
        || at == 0
        || !Character.isLetter(text.charAt(at - 1))) {
      return false;
    }
    var ending = end;
    while (ending < text.length() && Character.isLetter(text.charAt(ending))) {
      ending++;
    }
    return ENDINGS.contains(text.substring(end, ending).toLowerCase(Locale.ROOT));
  }
}
