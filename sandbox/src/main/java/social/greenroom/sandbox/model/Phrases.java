package social.greenroom.sandbox.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Collects phrases: words between the empty ones, with the article that stood before them. */
final class Phrases {
  private static final Set<String> ARTICLES = Set.of("the", "a", "an", "my", "our");
  private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}\\p{M}'’-]*");
  private static final Pattern IDENTIFIER =
      Pattern.compile("[a-z]+[A-Z]\\w*|\\w*_\\w*|[0-9a-f]{8,}|\\w*\\d\\w*\\d\\w*");
  private static final Pattern INSTRUCTION =
      Pattern.compile(
          "(?i)^[\\s*-]*(you are|you must|write|draft|return|answer|respond|use|keep|give|decide|produce"
              + "|make sure|each|only|never|always|do not|don't|avoid|treat|judge|choose|stay|propose"
              + "|what stands|if )\\b.*");
  private static final int MOST = 14;

  /** The share of the weightiest below which a phrase is only in passing. */
  private static final double FAINT = 0.08;

  private final Map<String, Double> weights = new LinkedHashMap<>();
  private final Predicate<String> allowed;

  Phrases(Predicate<String> allowed) {
    this.allowed = allowed;
  }

  void add(String text, double weight) {
    double heard = INSTRUCTION.matcher(text).matches() && weight <= 1 ? 0.02 : weight;
    if (heard == 0) {
      return;
    }
    for (var part : text.split("[^\\p{L}\\p{M}\\p{N}'’_ -]+|\\s-+\\s", -1)) {
      var phrase = new ArrayList<String>();
      var article = "";
      for (var word : part.strip().split("\\s+", -1)) {
        boolean usable =
            WORD.matcher(word).matches()
                && !IDENTIFIER.matcher(word).matches()
                && !Words.empty(word);
        if (usable) {
          phrase.add(word);
        }
        if (!usable || phrase.size() == 4) {
          finish(phrase, article, heard);
          var lower = word.toLowerCase(Locale.ROOT);
          article = ARTICLES.contains(lower) ? lower + " " : "";
        }
      }
      finish(phrase, article, heard);
    }
  }

  private void finish(List<String> phrase, String article, double weight) {
    var text = String.join(" ", phrase);
    boolean good = phrase.size() > 1 || (phrase.size() == 1 && text.length() > 4);
    if (good && allowed.test(text)) {
      // With an article it is surely a noun; without one it may be anything.
      double noun = article.isEmpty() ? 1 : 2.5;
      weights.merge(article + text, weight * noun * (1 + 0.4 * phrase.size()), Double::sum);
    }
    phrase.clear();
  }

  /** The weightiest first. */
  List<String> ranked() {
    var seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    double top = weights.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    return weights.entrySet().stream()
        .filter(entry -> entry.getValue() >= top * FAINT)
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .filter(seen::add)
        .limit(MOST)
        .toList();
  }
}
