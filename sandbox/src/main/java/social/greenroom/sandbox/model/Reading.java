package social.greenroom.sandbox.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a question is about: its phrases, the weightiest first, without those it forbids. Lines that
 * are labelled as the request count most, lines that only instruct count nothing.
 */
final class Reading {
  private static final Pattern LABELLED =
      Pattern.compile(
          "(?i)^[\\s\"'*#<-]*(?:the |their |your )?(\\w[\\w ']{0,40}?)[\"'*>]*\\s*[:=>]\\s*(.+)$");
  private static final Pattern REQUEST =
      Pattern.compile(
          "(?i).*\\b(request|topic|idea|about|subject|brief|wish|wishes|asks?|asked|prompt|title)\\b.*");
  private static final Pattern INTEREST =
      Pattern.compile("(?i).*\\b(pillars?|goals?|stories|story|bio|interests?|themes?)\\b.*");
  private static final Pattern INSTRUCTION =
      Pattern.compile(
          "(?i)^[\\s*-]*(you are|you must|write|draft|return|answer|respond|use|keep|give|decide|produce|"
              + "make sure|each|only|never|always|do not|don't|avoid|treat|judge|choose|stay|propose|if )\\b.*");
  private static final Pattern CHUNK = Pattern.compile("[\\p{L}][\\p{L}\\p{M}'’-]*");
  private static final Pattern IDENTIFIER =
      Pattern.compile("[a-z]+[A-Z]\\w*|\\w*_\\w*|[0-9a-f]{8,}|\\w*\\d\\w*\\d\\w*");

  private static final double ASKED = 9;
  private static final Set<String> ARTICLES = Set.of("the", "a", "an", "my", "our");

  private final Map<String, Double> weights = new LinkedHashMap<>();
  private Optional<String> statement = Optional.empty();
  private final Set<String> forbidden;

  private Reading(Set<String> forbidden) {
    this.forbidden = forbidden;
  }

  /** What {@code text} is about. */
  static Subject of(String text) {
    var reading = new Reading(Forbidden.in(text));
    double heading = 0;
    for (var line : Injection.without(text).split("\\R", -1)) {
      if (line.isBlank()) {
        heading = 0;
        continue;
      }
      heading = reading.line(line, heading);
    }
    return new Subject(reading.ranked(), reading.statement);
  }

  /** Weighs a line; returns the weight that a heading gives to the lines below it. */
  private double line(String line, double heading) {
    var labelled = LABELLED.matcher(line);
    if (Forbidden.marks(line)) {
      return 0;
    }
    if (labelled.matches()) {
      double weight = weight(labelled.group(1));
      add(labelled.group(2), weight);
      return heading;
    }
    if (line.strip().endsWith(":") || line.strip().matches("</?[\\w-]+[^>]*>|#+ .*")) {
      return weight(line);
    }
    add(line, heading > 0 ? heading : INSTRUCTION.matcher(line).matches() ? 0.05 : 1);
    return heading;
  }

  private static double weight(String label) {
    var plain = Words.plain(label);
    if (REQUEST.matcher(plain).matches()) {
      return ASKED;
    }
    return INTEREST.matcher(plain).matches() ? 2 : 0.4;
  }

  private void add(String text, double weight) {
    if (weight >= ASKED && statement.isEmpty()) {
      statement = Subject.stated(text).filter(this::allowed);
    }
    for (var part : text.split("[^\\p{L}\\p{M}\\p{N}'’_ -]+|\\s-+\\s", -1)) {
      var phrase = new ArrayList<String>();
      var article = "";
      for (var word : part.strip().split("\\s+", -1)) {
        boolean usable =
            CHUNK.matcher(word).matches()
                && !IDENTIFIER.matcher(word).matches()
                && !Words.empty(word);
        if (usable) {
          phrase.add(word);
        }
        if (!usable || phrase.size() == 4) {
          finish(phrase, article, weight);
          article =
              ARTICLES.contains(word.toLowerCase(Locale.ROOT))
                  ? word.toLowerCase(Locale.ROOT) + " "
                  : "";
        }
      }
      finish(phrase, article, weight);
    }
  }

  private void finish(List<String> phrase, String article, double weight) {
    var text = String.join(" ", phrase);
    boolean good = phrase.size() > 1 || (phrase.size() == 1 && text.length() > 4);
    if (good && allowed(text)) {
      weights.merge(article + text, weight * (1 + 0.4 * phrase.size()), Double::sum);
    }
    phrase.clear();
  }

  private boolean allowed(String text) {
    return forbidden.stream().noneMatch(text.toLowerCase(Locale.ROOT)::contains);
  }

  private List<String> ranked() {
    var seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    return weights.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .filter(seen::add)
        .limit(14)
        .toList();
  }
}
