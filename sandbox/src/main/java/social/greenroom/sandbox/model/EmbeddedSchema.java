package social.greenroom.sandbox.model;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A schema, or an example of the answer, that stands in the question's own words. */
final class EmbeddedSchema {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?is).*(?:answer|respond|return|reply|output|format|shape|produce)[^{]{0,120}$");

  private EmbeddedSchema() {}

  static Optional<JsonObject> in(String text) {
    var described = TypedFields.in(text);
    if (described.isPresent()) {
      return described;
    }
    int from = text.indexOf('{');
    while (from >= 0) {
      int end = close(text, from);
      if (end > from) {
        var found = schema(text, from, end);
        if (found.isPresent()) {
          return found;
        }
      }
      from = text.indexOf('{', end > from ? end : from + 1);
    }
    return Optional.empty();
  }

  private static Optional<JsonObject> schema(String text, int from, int end) {
    try {
      var json = new JsonObject(text.substring(from, end));
      if (json.containsKey("properties") && json.containsKey("type")) {
        return Optional.of(json);
      }
      var before = text.substring(Math.max(0, from - 200), from);
      boolean asked =
          ASKED.matcher(before).matches() && before.toLowerCase(Locale.ROOT).contains("json");
      return asked ? Optional.of(ofExample(json)) : Optional.empty();
    } catch (DecodeException e) {
      return Optional.empty();
    }
  }

  private static int close(String text, int from) {
    int depth = 0;
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
        if (depth == 0) {
          return i + 1;
        }
      }
    }
    return -1;
  }

  private static JsonObject ofExample(Object example) {
    if (example instanceof JsonObject object) {
      var properties = new JsonObject();
      object.forEach(entry -> properties.put(entry.getKey(), ofExample(entry.getValue())));
      return new JsonObject()
          .put("type", "object")
          .put("properties", properties)
          .put("required", new JsonArray(object.stream().map(Map.Entry::getKey).toList()));
    }
    if (example instanceof JsonArray array) {
      return new JsonObject()
          .put("type", "array")
          .put("items", array.isEmpty() ? new JsonObject() : ofExample(array.getValue(0)));
    }
    if (example instanceof Boolean) {
      return new JsonObject().put("type", "boolean");
    }
    if (example instanceof Number) {
      return new JsonObject().put("type", "number");
    }
    var said = String.valueOf(example);
    var schema = new JsonObject().put("type", "string").put("description", said);
    if (said.matches("\\w+(?:\\s*\\|\\s*\\w+)+")) {
      schema.put("enum", new JsonArray(List.of(said.split("\\s*\\|\\s*", -1))));
    }
    return schema;
  }
}
