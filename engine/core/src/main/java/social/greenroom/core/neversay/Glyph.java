package social.greenroom.core.neversay;

import java.util.Set;

/**
 * One character of a folded text.
 *
 * @param kind what it is for the reader
 * @param letters the folded letters, digits or symbols it may stand for
 * @param start where it begins in the original
 * @param end where it ends there
 */
record Glyph(Kind kind, Set<String> letters, int start, int end) {
  enum Kind {
    LETTER,
    DIGIT,
    SPACE,
    /** Punctuation or a symbol: it may be left out, or stand for a letter. */
    SIGN,
    /** The apostrophe of a contraction: part of its word. */
    CONTRACTION
  }

  boolean wordly() {
    return kind == Kind.LETTER || kind == Kind.DIGIT;
  }

  boolean mayBeSkipped() {
    return kind == Kind.SPACE || kind == Kind.SIGN;
  }

  /** True for a sign that is no letter in disguise, such as an emoji. */
  boolean standsForItself() {
    return kind == Kind.SIGN && letters.size() == 1;
  }

  boolean isCurrency() {
    return letters.stream()
        .anyMatch(letter -> Character.getType(letter.codePointAt(0)) == Character.CURRENCY_SYMBOL);
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
