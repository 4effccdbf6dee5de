package social.greenroom.core.neversay;

import com.ibm.icu.lang.UScript;
import java.util.List;
import java.util.Set;
import social.greenroom.core.neversay.Glyph.Kind;

/** Where words begin and end in a folded text. */
record WordBounds(String original, List<Glyph> glyphs) {
  /** Scripts that are written without spaces: there any place may bound a word. */
  private static final Set<Integer> UNSPACED =
      Set.of(
          UScript.HAN,
          UScript.HIRAGANA,
          UScript.KATAKANA,
          UScript.THAI,
          UScript.LAO,
          UScript.KHMER,
          UScript.MYANMAR);

  /** Whether a word may begin with that glyph, which is read as a letter. */
  boolean startsAt(int index) {
    return index == 0 || (!glyphs.get(index - 1).is(Kind.CONTRACTION) && divided(index - 1, index));
  }

  /** Whether a word may end with that glyph, which is read as a letter. */
  boolean endsAt(int index) {
    return index == glyphs.size() - 1 || divided(index + 1, index);
  }

  /** Whether only signs stand between that glyph and white space or the text's end, both ways. */
  boolean wholeTokens(int first, int last) {
    return onlySigns(first - 1, -1) && onlySigns(last + 1, 1);
  }

  private boolean onlySigns(int from, int step) {
    for (var i = from; i >= 0 && i < glyphs.size() && !glyphs.get(i).is(Kind.SPACE); i += step) {
      if (!glyphs.get(i).is(Kind.SIGN)) {
        return false;
      }
    }
    return true;
  }

  private boolean divided(int outer, int inner) {
    var outside = glyphs.get(outer);
    if (!outside.wordly()
        || glyphs.get(inner).standsForItself()
        || unspaced(outside)
        || unspaced(glyphs.get(inner))) {
      return true;
    }
    if (outside.is(Kind.DIGIT) != glyphs.get(inner).is(Kind.DIGIT)) {
      return !enclosed(outside.is(Kind.DIGIT) ? outer : inner);
    }
    return newHashtagWord(Math.min(outer, inner), Math.max(outer, inner));
  }

  /** Whether the run of digits has letters on both its sides, as leetspeak does. */
  private boolean enclosed(int digit) {
    return letterBeyond(digit, -1) && letterBeyond(digit, 1);
  }

  private boolean letterBeyond(int digit, int step) {
    var i = digit;
    while (i >= 0 && i < glyphs.size() && glyphs.get(i).is(Kind.DIGIT)) {
      i += step;
    }
    return i >= 0 && i < glyphs.size() && glyphs.get(i).is(Kind.LETTER);
  }

  /** Words in a hashtag are told apart by their capitals. */
  private boolean newHashtagWord(int before, int after) {
    var start = glyphs.get(after).start();
    return Character.isUpperCase(original.codePointAt(start))
        && Character.isLowerCase(original.codePointAt(glyphs.get(before).start()))
        && inHashtag(start);
  }

  private boolean inHashtag(int at) {
    var i = at;
    while (i > 0 && Character.isLetterOrDigit(original.charAt(i - 1))) {
      i--;
    }
    return i > 0 && original.charAt(i - 1) == '#';
  }

  private static boolean unspaced(Glyph glyph) {
    return glyph.letters().stream()
        .anyMatch(letter -> UNSPACED.contains(UScript.getScript(letter.codePointAt(0))));
  }
}
