package social.greenroom.core.neversay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import social.greenroom.core.neversay.Glyph.Kind;

/**
 * A phrase of the list, folded to the letters that have to come one after another.
 *
 * @param letters what each letter may be; empty for a phrase that can't be found
 * @param gapBefore whether the phrase itself has white space or a sign before that letter
 */
record Phrase(List<Set<String>> letters, List<Boolean> gapBefore) {

  static Phrase of(String phrase) {
    var folded = FoldedText.of(phrase);
    var hasWords = false;
    for (var i = 0; i < folded.size(); i++) {
      hasWords |= folded.get(i).wordly();
    }
    var letters = new ArrayList<Set<String>>();
    var gaps = new ArrayList<Boolean>();
    var gap = false;
    for (var i = 0; i < folded.size(); i++) {
      var glyph = folded.get(i);
      // A phrase of signs alone, such as an emoji, is looked for as it is.
      if (glyph.wordly() || (!hasWords && glyph.is(Kind.SIGN))) {
        letters.add(meant(glyph, folded.original(i, i + 1)));
        gaps.add(gap);
        gap = false;
      } else {
        gap = true;
      }
    }
    return new Phrase(List.copyOf(letters), List.copyOf(gaps));
  }

  /** The text's words that are this phrase, as they are written there. */
  Optional<String> findIn(FoldedText text) {
    if (letters.isEmpty()) {
      return Optional.empty();
    }
    for (var start = 0; start < text.size(); start++) {
      if (accepts(0, text.get(start)) && text.bounds().startsAt(start)) {
        var end = new PhraseSearch(this, text, start).end();
        if (end.isPresent()) {
          return Optional.of(text.original(start, end.getAsInt()));
        }
      }
    }
    return Optional.empty();
  }

  boolean accepts(int index, Glyph glyph) {
    return !Collections.disjoint(letters.get(index), glyph.letters());
  }

  /** False for a phrase of digits or signs alone. */
  boolean hasLetters() {
    return letters.stream()
        .flatMap(Set::stream)
        .anyMatch(letter -> Character.isLetter(letter.codePointAt(0)));
  }

  int size() {
    return letters.size();
  }

  // The list means what it says: its digits are digits, its Latin letters themselves. A letter of
  // another script may come dressed as the Latin one it looks like.
  private static Set<String> meant(Glyph glyph, String original) {
    var itself = Folding.fold(original);
    if (glyph.is(Kind.LETTER) && itself.size() == 1 && !LookAlikes.isBasic(itself.get(0))) {
      return Set.copyOf(glyph.letters());
    }
    return itself.size() == 1 ? Set.of(itself.get(0)) : Set.copyOf(glyph.letters());
  }
}
