package social.greenroom.core.neversay;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import social.greenroom.core.neversay.Glyph.Kind;

/** A text as its folded characters, each of which knows where it came from. */
final class FoldedText {
  private final String original;
  private final List<Glyph> glyphs;
  private final WordBounds bounds;

  private FoldedText(String original, List<Glyph> glyphs) {
    this.original = original;
    this.glyphs = glyphs;
    this.bounds = new WordBounds(original, glyphs);
  }

  static FoldedText of(String text) {
    var glyphs = new ArrayList<Glyph>();
    for (var at = 0; at < text.length(); ) {
      var end = at + Character.charCount(text.codePointAt(at));
      var character = text.substring(at, end);
      for (var folded : Folding.fold(character)) {
        glyphs.add(glyph(text, character, folded, at, end));
      }
      at = end;
    }
    return new FoldedText(text, glyphs);
  }

  int size() {
    return glyphs.size();
  }

  Glyph get(int index) {
    return glyphs.get(index);
  }

  WordBounds bounds() {
    return bounds;
  }

  /** The original text of the glyphs from {@code from} to before {@code to}. */
  String original(int from, int to) {
    return original.substring(glyphs.get(from).start(), glyphs.get(to - 1).end());
  }

  private static Glyph glyph(String text, String character, String folded, int at, int end) {
    var kind = kind(text, folded, at, end);
    var letters = new HashSet<>(Set.of(folded));
    if (kind == Kind.LETTER) {
      letters.addAll(Capitals.lookAlikes(text, character, folded, at, end));
    }
    if (kind == Kind.SIGN && isSymbol(folded.codePointAt(0))) {
      letters.addAll(LookAlikes.of(character, folded));
    }
    letters.addAll(LookAlikes.leet(folded));
    return new Glyph(kind, letters, at, end);
  }

  private static Kind kind(String text, String folded, int at, int end) {
    var point = folded.codePointAt(0);
    if (UCharacter.isUWhiteSpace(point)) {
      return Kind.SPACE;
    }
    if (UCharacter.isDigit(point)) {
      return Kind.DIGIT;
    }
    if (UCharacter.isLetter(point) || isMark(point)) {
      return Kind.LETTER;
    }
    return Contraction.at(text, at, end) ? Kind.CONTRACTION : Kind.SIGN;
  }

  private static boolean isMark(int point) {
    var type = UCharacter.getType(point);
    return type == UCharacterCategory.NON_SPACING_MARK
        || type == UCharacterCategory.COMBINING_SPACING_MARK;
  }

  private static boolean isSymbol(int point) {
    var type = UCharacter.getType(point);
    return type == UCharacterCategory.OTHER_SYMBOL || type == UCharacterCategory.MATH_SYMBOL;
  }
}
