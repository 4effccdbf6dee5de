package social.greenroom.core.neversay;

import social.greenroom.core.neversay.Glyph.Kind;

/** Tells numbers from leetspeak in what was matched. */
record NumberReading(FoldedText text, int from, int to) {
  /** Fewer digits than this are a number. */
  private static final int LEET_DIGITS = 4;

  /**
   * Whether the match rests on reading a number as letters.
   *
   * @param split whether white space stands inside a word of the phrase
   * @param meansLetters whether the phrase has letters at all
   */
  boolean isNumber(boolean split, boolean meansLetters) {
    if (!meansLetters) {
      return false;
    }
    return split ? hasNumberToken() : isAllDigits() && digits(from, to) < LEET_DIGITS;
  }

  private boolean isAllDigits() {
    for (var i = from; i < to; i++) {
      if (text.get(i).is(Kind.LETTER)) {
        return false;
      }
    }
    return digits(from, to) > 0;
  }

  private boolean hasNumberToken() {
    var start = from;
    for (var i = from; i <= to; i++) {
      if (i == to || text.get(i).is(Kind.SPACE)) {
        if (isNumberToken(start, i)) {
          return true;
        }
        start = i + 1;
      }
    }
    return false;
  }

  // "5" alone may be a spelled-out letter; "55" and "$5" are numbers.
  private boolean isNumberToken(int start, int end) {
    var currency = false;
    for (var i = start; i < end; i++) {
      if (text.get(i).is(Kind.LETTER)) {
        return false;
      }
      currency |= text.get(i).isCurrency();
    }
    var digits = digits(start, end);
    return digits > 1 || (digits == 1 && currency);
  }

  private int digits(int start, int end) {
    var digits = 0;
    for (var i = start; i < end; i++) {
      digits += text.get(i).is(Kind.DIGIT) ? 1 : 0;
    }
    return digits;
  }
}
