package social.greenroom.crds.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** What a schema refuses that the one before it took, and what it lost. */
final class SchemaBreaks {
  private static final List<String> FIXED =
      List.of(
          "type",
          "format",
          "pattern",
          "multipleOf",
          "x-kubernetes-int-or-string",
          "x-kubernetes-list-type",
          "x-kubernetes-list-map-keys",
          "x-kubernetes-map-type");
  private static final List<String> UPPER =
      List.of("maximum", "maxLength", "maxItems", "maxProperties");
  private static final List<String> LOWER =
      List.of("minimum", "minLength", "minItems", "minProperties");
  private static final List<String> GRANTED =
      List.of("nullable", "x-kubernetes-preserve-unknown-fields");

  private final BiConsumer<String, String> breaks;

  /**
   * @param breaks takes the field's path and a sentence
   */
  SchemaBreaks(BiConsumer<String, String> breaks) {
    this.breaks = breaks;
  }

  void compare(String path, JsonNode before, JsonNode after) {
    fixed(path, before, after);
    bounds(path, before, after);
    choices(path, before.path("enum"), after.path("enum"));
    required(path, before, after);
    rules(path, before.path("x-kubernetes-validations"), after.path("x-kubernetes-validations"));
    if (!before.path("default").equals(after.path("default")) && before.has("default")) {
      add(path, "the default is %s and was %s", shown(after, "default"), shown(before, "default"));
    }
    before
        .path("properties")
        .properties()
        .forEach(
            field -> property(path, field.getKey(), field.getValue(), after.path("properties")));
    nested(path + "[]", "items", before, after);
    nested(path + "{}", "additionalProperties", before, after);
  }

  private void property(String path, String name, JsonNode before, JsonNode after) {
    var at = path.isEmpty() ? name : path + "." + name;
    if (after.has(name)) {
      compare(at, before, after.get(name));
    } else {
      add(at, "the field is gone");
    }
  }

  private void nested(String path, String keyword, JsonNode before, JsonNode after) {
    if (before.path(keyword).isObject()) {
      compare(path, before.path(keyword), after.path(keyword));
    }
  }

  private void fixed(String path, JsonNode before, JsonNode after) {
    for (var keyword : FIXED) {
      // A format, a pattern and the like may go, but a type may not.
      var loosened = !after.has(keyword) && !keyword.equals("type");
      if (!loosened && !before.path(keyword).equals(after.path(keyword))) {
        add(path, "%s is %s and was %s", keyword, shown(after, keyword), shown(before, keyword));
      }
    }
    for (var keyword : GRANTED) {
      if (before.path(keyword).asBoolean() && !after.path(keyword).asBoolean()) {
        add(path, "%s isn't granted any more", keyword);
      }
    }
  }

  private void bounds(String path, JsonNode before, JsonNode after) {
    for (var keyword : UPPER) {
      if (after.has(keyword)
          && (!before.has(keyword)
              || after.get(keyword).asDouble() < before.get(keyword).asDouble())) {
        add(path, "%s is %s and was %s", keyword, shown(after, keyword), shown(before, keyword));
      }
    }
    for (var keyword : LOWER) {
      var least = before.has(keyword) ? before.get(keyword).asDouble() : least(keyword);
      if (after.has(keyword) && after.get(keyword).asDouble() > least) {
        add(path, "%s is %s and was %s", keyword, shown(after, keyword), shown(before, keyword));
      }
    }
  }

  /** What holds where nothing is said: lengths and counts begin at none. */
  private static double least(String keyword) {
    return keyword.equals("minimum") ? Double.NEGATIVE_INFINITY : 0;
  }

  private void choices(String path, JsonNode before, JsonNode after) {
    if (after.isMissingNode()) {
      return;
    }
    if (before.isMissingNode()) {
      add(path, "only %s are taken, and anything was", after);
      return;
    }
    var left = values(before);
    left.removeAll(values(after));
    left.forEach(value -> add(path, "the value %s is gone", value));
  }

  private void required(String path, JsonNode before, JsonNode after) {
    var demanded = values(after.path("required"));
    demanded.removeAll(values(before.path("required")));
    for (var name : demanded) {
      if (!after.path("properties").path(name.asText()).has("default")) {
        add(path, "%s is required, and has no default", name.asText());
      }
    }
  }

  /** Also one that speaks of oldSelf: it refuses a change that was possible. */
  private void rules(String path, JsonNode before, JsonNode after) {
    var known = new HashSet<String>();
    before.forEach(rule -> known.add(rule.path("rule").asText()));
    for (var rule : after) {
      if (!known.contains(rule.path("rule").asText())) {
        add(path, "the rule %s is new", rule.path("rule").asText());
      }
    }
  }

  private static Set<JsonNode> values(JsonNode list) {
    var values = new HashSet<JsonNode>();
    list.forEach(values::add);
    return values;
  }

  private static String shown(JsonNode schema, String keyword) {
    return schema.has(keyword) ? schema.get(keyword).toString() : "none";
  }

  private void add(String path, String sentence, Object... values) {
    breaks.accept(path, sentence.formatted(values));
  }
}
