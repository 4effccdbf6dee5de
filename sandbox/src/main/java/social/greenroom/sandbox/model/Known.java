package social.greenroom.sandbox.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The things a question lists by their ids, and what it says about each. */
final class Known {
  private static final Pattern LABELLED =
      Pattern.compile(
          "([A-Za-z_]*(?:id|Id|ID|sha256|hash|urn))[\"'`]?\\s*[:=]\\s*[\"'`]?([\\w:.-]{1,100}\\w)");
  private static final Pattern UUID =
      Pattern.compile("\\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b");
  private static final Pattern DIGEST = Pattern.compile("\\b[0-9a-f]{64}\\b");
  private static final Pattern URL = Pattern.compile("https?://[^\\s\"'<>)\\]}]+");
  private static final Pattern LIMIT =
      Pattern.compile(
          "(?i)(?:max\\w*|limit\\w*|at most|up to|no more than|under)[^0-9\\n]{0,24}(\\d[\\d,]{1,5})"
              + "|(\\d[\\d,]{1,5})\\s*(?:weighted )?(?:char|grapheme|letters)");

  private final String text;

  Known(String text) {
    this.text = text;
  }

  /** The ids that fit a property of that name, in the order in which they are listed. */
  List<String> ids(String property) {
    var wanted = Words.plain(property).replace(" ", "");
    if (Words.any(wanted, "sha256", "hash", "digest")) {
      return all(DIGEST);
    }
    Set<String> exact = new LinkedHashSet<>();
    Set<String> general = new LinkedHashSet<>();
    var labelled = LABELLED.matcher(text);
    while (labelled.find()) {
      var label = Words.plain(labelled.group(1)).replace(" ", "");
      if (label.equals(wanted)) {
        exact.add(labelled.group(2));
      } else if (label.equals("id")) {
        general.add(labelled.group(2));
      }
    }
    if (!exact.isEmpty() || !general.isEmpty()) {
      return List.copyOf(exact.isEmpty() ? general : exact);
    }
    return near(wanted.replaceFirst("id$", ""));
  }

  /** Bare UUIDs: those in lines that speak of the thing, else all of them. */
  private List<String> near(String thing) {
    Set<String> close = new LinkedHashSet<>();
    boolean heading = false;
    for (var line : text.split("\\R", -1)) {
      var lower = line.toLowerCase(Locale.ROOT);
      boolean listed = line.matches("\\s*(?:[-*•]|\\d+[.)]).*");
      heading = (heading && listed) || (!thing.isEmpty() && lower.contains(thing));
      if (heading) {
        UUID.matcher(line).results().forEach(match -> close.add(match.group()));
      }
    }
    return close.isEmpty() ? all(UUID) : List.copyOf(close);
  }

  private List<String> all(Pattern pattern) {
    Set<String> found = new LinkedHashSet<>();
    pattern.matcher(text).results().forEach(match -> found.add(match.group()));
    return new ArrayList<>(found);
  }

  Optional<String> url() {
    var url = URL.matcher(text);
    return url.find() ? Optional.of(url.group().replaceAll("[.,;:]+$", "")) : Optional.empty();
  }

  /** What is said about an id: from it to the next one or to an empty line. */
  String about(String id, List<String> all) {
    int from = text.indexOf(id);
    if (from < 0) {
      return "";
    }
    int to = Math.min(text.length(), from + 1500);
    int gap = text.indexOf("\n\n", from);
    to = gap < 0 ? to : Math.min(to, gap);
    for (var other : all) {
      int next = other.equals(id) ? -1 : text.indexOf(other, from + id.length());
      to = next < 0 ? to : Math.min(to, next);
    }
    return text.substring(from, to);
  }

  /** The number of characters that {@code said} allows, if it tells one. */
  static Optional<Integer> limit(String said) {
    var limit = LIMIT.matcher(said);
    if (!limit.find()) {
      return Optional.empty();
    }
    var digits = limit.group(1) == null ? limit.group(2) : limit.group(1);
    return Optional.of(Integer.parseInt(digits.replace(",", "")));
  }
}
