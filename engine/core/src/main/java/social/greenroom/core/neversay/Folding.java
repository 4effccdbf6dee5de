package social.greenroom.core.neversay;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Folds a character to what is left of it without case, accents, width and style: none, one or
 * several characters.
 */
final class Folding {
  private static final Normalizer2 NFKD = Normalizer2.getNFKDInstance();

  /** Accents of these scripts can be left out and are still read; in others marks are vowels. */
  private static final Set<Integer> ACCENTED_SCRIPTS =
      Set.of(UScript.INHERITED, UScript.COMMON, UScript.HEBREW, UScript.ARABIC);

  /** Letters that Unicode doesn't take apart. */
  private static final Map<String, String> UNDIVIDED =
      Map.ofEntries(
          Map.entry("ø", "o"),
          Map.entry("đ", "d"),
          Map.entry("ð", "d"),
          Map.entry("ħ", "h"),
          Map.entry("ı", "i"),
          Map.entry("ł", "l"),
          Map.entry("ŧ", "t"),
          Map.entry("ŋ", "n"),
          Map.entry("þ", "th"),
          Map.entry("æ", "ae"),
          Map.entry("œ", "oe"));

  private Folding() {}

  /**
   * The folded characters of a text, one string each; invisible characters and accents are gone.
   */
  static List<String> fold(String text) {
    var lower = UCharacter.foldCase(NFKD.normalize(text), true);
    return NFKD.normalize(lower)
        .codePoints()
        .filter(point -> !isInvisible(point) && !isAccent(point))
        .mapToObj(Folding::basic)
        .flatMap(folded -> folded.codePoints().mapToObj(Character::toString))
        .toList();
  }

  private static String basic(int point) {
    var digit = UCharacter.digit(point, 10);
    if (digit >= 0 && UCharacter.isDigit(point)) {
      return Integer.toString(digit);
    }
    var letter = Character.toString(point);
    return UNDIVIDED.getOrDefault(letter, letter);
  }

  private static boolean isInvisible(int point) {
    return UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
        || UCharacter.getType(point) == UCharacterCategory.FORMAT
        || (UCharacter.getType(point) == UCharacterCategory.CONTROL
            && !UCharacter.isUWhiteSpace(point));
  }

  private static boolean isAccent(int point) {
    var type = UCharacter.getType(point);
    return type == UCharacterCategory.ENCLOSING_MARK
        || (type == UCharacterCategory.NON_SPACING_MARK
            && ACCENTED_SCRIPTS.contains(UScript.getScript(point)));
  }
}
