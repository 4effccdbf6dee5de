package social.greenroom.sandbox.model;

import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How the model decides: for a yes, unless the content it is shown is plainly hostile. */
final class Choice {
  private static final Set<String> GOOD =
      Words.set(
          "ok okay pass passed allow allowed approve approved accept accepted safe yes post fine clean"
              + " good publish proceed positive success true fan none low public now");
  private static final Set<String> BAD =
      Words.set(
          "block blocked reject rejected deny denied refuse fail failed unsafe no spam flagged escalate"
              + " escalation high negative false violation toxic");
  private static final Pattern CONTENT =
      Pattern.compile("(?s)<([\\w-]+)[^>]*>(.*?)</\\1>|\"\"\"(.*?)\"\"\"|```(.*?)```");
  private static final Pattern HOSTILE =
      Pattern.compile(
          "(?i)\\b(kill (you|them|him|her)|i hate you|hate all|you idiots?|get rich quick|guaranteed"
              + " (profit|returns)|send me your password|worthless people)\\b");
  private static final String[] NEGATIVE_NAMES = {
    "block",
    "flag",
    "violat",
    "unsafe",
    "escalat",
    "spam",
    "duplicate",
    "problem",
    "reject",
    "harm",
    "toxic",
    "wait",
    "silent",
    "skip",
    "sensitive",
    "nsfw",
    "error"
  };

  private Choice() {}

  static boolean hostile(String text) {
    return CONTENT.matcher(text).results().anyMatch(shown -> HOSTILE.matcher(shown.group()).find());
  }

  static boolean yes(String property, boolean hostile) {
    return Words.any(Words.plain(property), NEGATIVE_NAMES) == hostile;
  }

  /** The value that says yes, or no to hostile content; the first where none says either. */
  static Object among(JsonArray values, boolean hostile) {
    var wanted = hostile ? BAD : GOOD;
    List<?> all = values.getList();
    for (Object value : all) {
      var words = Words.plain(String.valueOf(value)).split(" ", -1);
      if (wanted.contains(words[0].toLowerCase(Locale.ROOT))) {
        return value;
      }
    }
    return all.get(0);
  }
}
