package social.greenroom.helm.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** Labels, and what selects by them. */
public final class Selector {
  private Selector() {}

  /** True where a label selector selects what has these labels; an empty one selects all. */
  public static boolean selects(JsonNode selector, Map<String, String> labels) {
    if (!labels.entrySet().containsAll(texts(selector.path("matchLabels")).entrySet())) {
      return false;
    }
    for (var expression : selector.path("matchExpressions")) {
      if (!holds(expression, labels)) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(JsonNode expression, Map<String, String> labels) {
    var key = expression.path("key").asText();
    var listed =
        expression.path("values").toString().contains('"' + labels.getOrDefault(key, "") + '"');
    return switch (expression.path("operator").asText()) {
      case "Exists" -> labels.containsKey(key);
      case "DoesNotExist" -> !labels.containsKey(key);
      case "In" -> labels.containsKey(key) && listed;
      case "NotIn" -> !labels.containsKey(key) || !listed;
      default -> throw new IllegalArgumentException("An operator of no selector: " + expression);
    };
  }

  /** The labels of an object's metadata. */
  public static Map<String, String> labels(JsonNode metadata) {
    return texts(metadata.path("labels"));
  }

  private static Map<String, String> texts(JsonNode object) {
    var texts = new TreeMap<String, String>();
    object.fields().forEachRemaining(field -> texts.put(field.getKey(), field.getValue().asText()));
    return texts;
  }
}
