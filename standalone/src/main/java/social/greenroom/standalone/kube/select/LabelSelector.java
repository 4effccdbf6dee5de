package social.greenroom.standalone.kube.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import social.greenroom.standalone.kube.object.ApiException;

/** A label selector: {@code app=web,tier in (front,back),!legacy}. */
public record LabelSelector(List<Predicate<Map<String, String>>> requirements) {

  private static final String NAME = "([A-Za-z0-9][-A-Za-z0-9_./]*)";
  private static final String VALUE = "([-A-Za-z0-9_.]*)";
  private static final Pattern EQUALITY =
      Pattern.compile("\\s*" + NAME + "\\s*(==|=|!=)\\s*" + VALUE + "\\s*");
  private static final Pattern SET =
      Pattern.compile("\\s*" + NAME + "\\s+(in|notin)\\s*\\(([^()]*)\\)\\s*");
  private static final Pattern PRESENCE = Pattern.compile("\\s*(!?)\\s*" + NAME + "\\s*");
  private static final Pattern ORDER =
      Pattern.compile("\\s*" + NAME + "\\s*([<>])\\s*(-?\\d+)\\s*");
  private static final Pattern COMMA = Pattern.compile(",(?![^(]*\\))");

  public static final LabelSelector EVERYTHING = new LabelSelector(List.of());

  /**
   * Reads a selector; an empty one selects everything.
   *
   * @throws ApiException 400 when it can't be understood
   */
  public static LabelSelector parse(String text) {
    if (text.isBlank()) {
      return EVERYTHING;
    }
    List<Predicate<Map<String, String>>> requirements = new ArrayList<>();
    for (String part : COMMA.split(text, -1)) {
      requirements.add(requirement(part));
    }
    return new LabelSelector(List.copyOf(requirements));
  }

  public boolean matches(Map<String, String> labels) {
    return requirements.stream().allMatch(r -> r.test(labels));
  }

  private static Predicate<Map<String, String>> requirement(String text) {
    Matcher equality = EQUALITY.matcher(text);
    if (equality.matches()) {
      String key = equality.group(1);
      String value = equality.group(3);
      Predicate<Map<String, String>> equal = labels -> value.equals(labels.get(key));
      return equality.group(2).equals("!=") ? equal.negate() : equal;
    }
    Matcher set = SET.matcher(text);
    if (set.matches()) {
      String key = set.group(1);
      List<String> values = values(set.group(3));
      Predicate<Map<String, String>> in =
          labels -> labels.containsKey(key) && values.contains(labels.get(key));
      return set.group(2).equals("notin") ? in.negate() : in;
    }
    Matcher presence = PRESENCE.matcher(text);
    if (presence.matches()) {
      Predicate<Map<String, String>> present = labels -> labels.containsKey(presence.group(2));
      return presence.group(1).isEmpty() ? present : present.negate();
    }
    Matcher order = ORDER.matcher(text);
    if (order.matches()) {
      return ordered(order.group(1), order.group(2), Long.parseLong(order.group(3)));
    }
    throw ApiException.badRequest("unable to parse requirement: " + text.trim());
  }

  private static Predicate<Map<String, String>> ordered(String key, String operator, long bound) {
    return labels -> {
      try {
        long value = Long.parseLong(labels.getOrDefault(key, ""));
        return operator.equals("<") ? value < bound : value > bound;
      } catch (NumberFormatException e) {
        return false;
      }
    };
  }

  private static List<String> values(String commaSeparated) {
    return Pattern.compile(",").splitAsStream(commaSeparated).map(String::trim).toList();
  }
}
