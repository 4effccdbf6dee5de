package social.greenroom.sandbox.model;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a question says must not be said. */
final class Forbidden {
  private static final Pattern MARK =
      Pattern.compile(
          "(?i)\\b(never|avoid|don'?t|do not|must not|mustn'?t|forbidden|banned|taboo|off.limits)"
              + "|neverSay|never_say|never-say");
  private static final Pattern SEPARATOR = Pattern.compile("[,;|\"\\[\\]{}]|\\bor\\b|\\band\\b");

  private Forbidden() {}

  static boolean marks(String line) {
    return MARK.matcher(line).find();
  }

  /** The phrases that a line with such a mark lists, or that stand in the list below it. */
  static Set<String> in(String text) {
    var all = new HashSet<String>();
    boolean listing = false;
    for (var line : text.split("\\R", -1)) {
      var bare = line.strip();
      if (marks(line)) {
        int colon = Math.max(line.indexOf(':'), line.indexOf('>'));
        if (colon >= 0) {
          add(all, line.substring(colon + 1));
        }
        listing = true;
      } else if (listing
          && (bare.startsWith("-") || bare.startsWith("*") || bare.startsWith("\""))) {
        add(all, bare.substring(1));
      } else {
        listing = false;
      }
    }
    return all;
  }

  private static void add(Set<String> all, String list) {
    for (var part : SEPARATOR.split(list, -1)) {
      var phrase = part.replaceAll("[.'`<>/*-]", " ").strip().toLowerCase(Locale.ROOT);
      if (phrase.length() > 2 && phrase.length() < 60) {
        all.add(phrase);
      }
    }
  }
}
