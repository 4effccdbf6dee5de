package social.greenroom.sandbox.model;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The way in which langchain4j tells a model, in words, what JSON it wants: {@code "name": (what it
 * is; type: string)}, nested where a field is a list or an object.
 */
final class TypedFields {
  private static final Pattern START = Pattern.compile("JSON format:\\s*\\{");
  private static final Pattern FIELD =
      Pattern.compile("\\G\\s*,?\\s*\"([^\"]+)\":\\s*\\((?:([^()]*?);\\s*)?type:\\s*");
  private static final Pattern ENUM = Pattern.compile("\\Genum, must be one of \\[([^\\]]*)\\]");
  private static final Pattern NAMED_OBJECT = Pattern.compile("\\G[\\w.$]+:\\s*\\{");
  private static final Pattern SIMPLE = Pattern.compile("\\G(?:[^(),{}\\[\\]]|\\([^)]*\\))+");

  private final String text;
  private int at;

  private TypedFields(String text, int at) {
    this.text = text;
    this.at = at;
  }

  static Optional<JsonObject> in(String text) {
    var start = START.matcher(text);
    if (!start.find()) {
      return Optional.empty();
    }
    var object = new TypedFields(text, start.end()).object();
    return object.getJsonObject("properties").isEmpty() ? Optional.empty() : Optional.of(object);
  }

  private JsonObject object() {
    var properties = new JsonObject();
    var required = new JsonArray();
    for (var field = FIELD.matcher(text); field.find(at); ) {
      at = field.end();
      var schema = type();
      if (field.group(2) != null) {
        schema.put("description", field.group(2).strip());
      }
      properties.put(field.group(1), schema);
      required.add(field.group(1));
      skip(')');
    }
    skip('}');
    return new JsonObject()
        .put("type", "object")
        .put("properties", properties)
        .put("required", required);
  }

  private JsonObject type() {
    if (text.startsWith("array of ", at)) {
      at += "array of ".length();
      return new JsonObject().put("type", "array").put("items", type());
    }
    var values = take(ENUM);
    if (values != null) {
      return new JsonObject()
          .put("type", "string")
          .put("enum", new JsonArray(List.of(values.group(1).split(",\\s*", -1))));
    }
    if (take(NAMED_OBJECT) != null) {
      return object();
    }
    var simple = take(SIMPLE);
    var name = simple == null ? "" : simple.group().strip();
    return new JsonObject()
        .put(
            "type",
            switch (name) {
              case "integer" -> "integer";
              case "float" -> "number";
              case "boolean" -> "boolean";
              default -> "string";
            });
  }

  private @Nullable Matcher take(Pattern pattern) {
    var match = pattern.matcher(text);
    if (!match.find(at)) {
      return null;
    }
    at = match.end();
    return match;
  }

  private void skip(char wanted) {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
    }
  }
}
