package social.greenroom.core.neversay;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import social.greenroom.core.neversay.Glyph.Kind;

/**
 * Looks for a phrase from one place of a text on. A sign may be a letter ('$') or stand between
 * letters, so both ways are followed; each is followed once.
 */
final class PhraseSearch {
  private final Phrase phrase;
  private final FoldedText text;
  private final int start;
  private final Set<Step> seen = new HashSet<>();

  /** Before which glyph and which letter, and whether a word of the phrase was split by a space. */
  private record Step(int glyph, int letter, boolean split) {}

  PhraseSearch(Phrase phrase, FoldedText text, int start) {
    this.phrase = phrase;
    this.text = text;
    this.start = start;
  }

  /** Where the phrase ends (exclusive), if it is here. */
  OptionalInt end() {
    return from(new Step(start + 1, 1, false));
  }

  private OptionalInt from(Step first) {
    var step = first;
    while (true) {
      if (step.letter() == phrase.size() && isWhole(step)) {
        return OptionalInt.of(step.glyph());
      }
      if (step.letter() == phrase.size() || step.glyph() == text.size() || !seen.add(step)) {
        return OptionalInt.empty();
      }
      var glyph = text.get(step.glyph());
      if (phrase.accepts(step.letter(), glyph)) {
        var end = from(new Step(step.glyph() + 1, step.letter() + 1, step.split()));
        if (end.isPresent()) {
          return end;
        }
      }
      var gap = phrase.gapBefore().get(step.letter());
      if (!glyph.mayBeSkipped() && !(gap && glyph.is(Kind.CONTRACTION))) {
        return OptionalInt.empty();
      }
      step =
          new Step(step.glyph() + 1, step.letter(), step.split() || (glyph.is(Kind.SPACE) && !gap));
    }
  }

  private boolean isWhole(Step step) {
    var last = step.glyph() - 1;
    return text.bounds().endsAt(last)
        && (!step.split() || text.bounds().wholeTokens(start, last))
        && !new NumberReading(text, start, step.glyph())
            .isNumber(step.split(), phrase.hasLetters());
  }
}
