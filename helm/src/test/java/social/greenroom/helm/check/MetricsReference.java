package social.greenroom.helm.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the page of the metrics says of their labels.
 *
 * @param labels by metric and label the values that there are; none are listed of a controller
 * @param controllers the values of the label controller
 */
public record MetricsReference(
    Map<String, Map<String, Set<String>>> labels, Set<String> controllers) {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(greenroom_\\w+)` \\| \\w+ \\| ([^|]*) ?\\|");
  private static final Pattern LABEL = Pattern.compile("`(\\w+)`(?:: ([a-z_]+(?:, [a-z_]+)*))?");
  private static final Pattern CONTROLLERS = Pattern.compile("(?m)^`controller` is (.*)\\.$");
  private static final Pattern QUOTED = Pattern.compile("`([a-z-]+)`");
  private static final Pattern SELECTOR = Pattern.compile("(greenroom_\\w+)\\{([^}]*)}");
  private static final Pattern MATCHER = Pattern.compile("(\\w+)=\"([^\"]*)\"");
  private static final Pattern BY = Pattern.compile("by \\(([^)]*)\\)");

  /** Every scrape has the one, every histogram the other. */
  private static final Set<String> OF_PROMETHEUS = Set.of("namespace", "le");

  public static MetricsReference read(Path page) throws IOException {
    var text = Files.readString(page);
    var labels = new TreeMap<String, Map<String, Set<String>>>();
    var above = Map.<String, Set<String>>of();
    var row = ROW.matcher(text);
    while (row.find()) {
      above = row.group(2).equals("as above ") ? above : labels(row.group(2));
      labels.put(row.group(1), above);
    }
    var sentence = CONTROLLERS.matcher(text);
    return new MetricsReference(labels, sentence.find() ? quoted(sentence.group(1)) : Set.of());
  }

  /** What an expression of Prometheus asks for and isn't there, in words. */
  public List<String> findings(String expression) {
    var findings = new ArrayList<String>();
    var selector = SELECTOR.matcher(expression);
    var grouped = BY.matcher(expression);
    var groups = new TreeSet<String>();
    while (grouped.find()) {
      groups.addAll(List.of(grouped.group(1).split(", ")));
    }
    groups.removeAll(OF_PROMETHEUS);
    while (selector.find()) {
      var metric = selector.group(1).replaceFirst("_(bucket|count)$", "");
      var known = labels.getOrDefault(metric, Map.of());
      groups.stream()
          .filter(label -> !known.containsKey(label))
          .forEach(label -> findings.add("%s has no label %s".formatted(metric, label)));
      var matcher = MATCHER.matcher(selector.group(2));
      while (matcher.find()) {
        var label = matcher.group(1);
        if (!OF_PROMETHEUS.contains(label) && !values(known, label).contains(matcher.group(2))) {
          findings.add("%s has no %s".formatted(metric, matcher.group()));
        }
      }
    }
    return findings;
  }

  private Set<String> values(Map<String, Set<String>> known, String label) {
    return label.equals("controller") ? controllers : known.getOrDefault(label, Set.of());
  }

  private static Map<String, Set<String>> labels(String cell) {
    var labels = new TreeMap<String, Set<String>>();
    var label = LABEL.matcher(cell);
    while (label.find()) {
      labels.put(
          label.group(1), label.group(2) == null ? Set.of() : Set.of(label.group(2).split(", ")));
    }
    return labels;
  }

  private static Set<String> quoted(String text) {
    var words = new TreeSet<String>();
    var word = QUOTED.matcher(text);
    while (word.find()) {
      words.add(word.group(1));
    }
    return words;
  }
}
