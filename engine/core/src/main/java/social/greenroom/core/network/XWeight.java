package social.greenroom.core.network;

import com.ibm.icu.text.UnicodeSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * X's weighted length without links: configuration 3 of twitter-text. Code points of the ranges
 * below count one, all others two, and an emoji counts two however many code points make it up.
 */
final class XWeight {
  private static final char TEXT_STYLE = '\uFE0E';
  private static final String EMOJI_STYLE = "\uFE0F";

  /** Signs that are emoji only where the emoji style is asked for. */
  private static final Set<String> SIGNS = Set.of("\u00A9", "\u00AE", "\u2122", "\u265F");

  /** Emoji and emoji sequences without their style selectors, which people leave out. */
  private static final Set<String> EMOJI =
      new UnicodeSet("[:RGI_Emoji:]")
          .stream().map(XWeight::withoutStyle).collect(Collectors.toUnmodifiableSet());

  /** In chars, style selectors included: nothing longer needs to be looked up. */
  private static final int LONGEST_EMOJI =
      new UnicodeSet("[:RGI_Emoji:]").stream().mapToInt(String::length).max().orElseThrow();

  private XWeight() {}

  static int of(String text) {
    return Graphemes.of(text).stream().mapToInt(XWeight::ofGrapheme).sum();
  }

  private static int ofGrapheme(String grapheme) {
    var weight = 0;
    var rest = grapheme;
    while (!rest.isEmpty()) {
      var emoji = leadingEmoji(rest);
      if (emoji > 0) {
        weight += 2;
        rest = rest.substring(emoji);
      } else {
        var point = rest.codePointAt(0);
        weight += ofCodePoint(point);
        rest = rest.substring(Character.charCount(point));
      }
    }
    return weight;
  }

  /** The length of the longest emoji that the text begins with; 0 when it begins with none. */
  private static int leadingEmoji(String text) {
    for (var end = Math.min(text.length(), LONGEST_EMOJI); end > 0; end--) {
      if (isEmoji(text.substring(0, end))) {
        return end;
      }
    }
    return 0;
  }

  private static boolean isEmoji(String text) {
    return text.indexOf(TEXT_STYLE) < 0
        && !SIGNS.contains(text)
        && EMOJI.contains(withoutStyle(text));
  }

  private static String withoutStyle(CharSequence text) {
    return text.toString().replace(EMOJI_STYLE, "");
  }

  private static int ofCodePoint(int point) {
    return point <= 4351
            || (point >= 8192 && point <= 8205)
            || (point >= 8208 && point <= 8223)
            || (point >= 8242 && point <= 8247)
        ? 1
        : 2;
  }
}
