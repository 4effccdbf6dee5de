package social.greenroom.core.network;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Splits a text into what a reader sees as one character. */
final class Graphemes {
  private Graphemes() {}

  static int count(String text) {
    return of(text).size();
  }

  static List<String> of(String text) {
    var breaks = BreakIterator.getCharacterInstance(ULocale.ROOT);
    breaks.setText(text);
    var graphemes = new ArrayList<String>();
    var start = breaks.first();
    for (var end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      graphemes.add(text.substring(start, end));
      start = end;
    }
    return graphemes;
  }
}
