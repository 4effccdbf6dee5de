package social.greenroom.sandbox.model;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** Reads the parts of JSON Schema that structured answers use. */
final class Schemas {
  /** A property that says which thing an object is about. */
  record Identified(String name, JsonObject schema) {}

  private Schemas() {}

  /** The schema that a reference or a choice of schemas stands for. */
  static JsonObject resolved(JsonObject root, JsonObject schema) {
    var now = schema;
    for (int hops = 0; hops < 8; hops++) {
      if (now.getValue("$ref") instanceof String reference) {
        now = target(root, reference);
      } else if (alternative(now).isPresent()) {
        boolean nullable = nullable(now);
        var chosen = alternative(now).get().copy();
        if (nullable) {
          chosen.put("nullable", true);
        }
        if (now.containsKey("description")) {
          chosen.put("description", now.getString("description"));
        }
        now = chosen;
      } else {
        return now;
      }
    }
    return now;
  }

  private static Optional<JsonObject> alternative(JsonObject schema) {
    for (var word : new String[] {"anyOf", "oneOf", "allOf"}) {
      if (schema.getValue(word) instanceof JsonArray many) {
        for (var one : many) {
          if (one instanceof JsonObject json && !"null".equals(json.getValue("type"))) {
            return Optional.of(json);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static JsonObject target(JsonObject root, String reference) {
    JsonObject now = root;
    for (var step : reference.replaceFirst("^#/?", "").split("/", -1)) {
      if (!step.isEmpty()) {
        now = now.getJsonObject(step, new JsonObject());
      }
    }
    return now;
  }

  static boolean nullable(JsonObject schema) {
    if (schema.getBoolean("nullable", false)) {
      return true;
    }
    if (schema.getValue("type") instanceof JsonArray types && types.contains("null")) {
      return true;
    }
    return schema.getValue("anyOf") instanceof JsonArray many
        && many.stream()
            .anyMatch(
                one -> one instanceof JsonObject json && "null".equals(json.getValue("type")));
  }

  static String type(JsonObject schema) {
    if (schema.getValue("type") instanceof JsonArray types) {
      return types.stream()
          .map(String::valueOf)
          .filter(t -> !t.equals("null"))
          .findFirst()
          .orElse("null");
    }
    if (schema.getValue("type") instanceof String type) {
      return type;
    }
    return schema.containsKey("properties")
        ? "object"
        : schema.containsKey("items") ? "array" : "string";
  }

  /** The property by which objects of this schema tell what they are about, if they do. */
  static Optional<Identified> identified(JsonObject items) {
    var properties = items.getJsonObject("properties", new JsonObject());
    Optional<Identified> choice = Optional.empty();
    for (var property : properties) {
      var name = property.getKey();
      var schema = (JsonObject) property.getValue();
      if (Purpose.identifies(name)) {
        return Optional.of(new Identified(name, schema));
      }
      if (choice.isEmpty()
          && schema.getJsonArray("enum") != null
          && Words.any(
              Words.plain(name), "account", "platform", "network", "channel", "language")) {
        choice = Optional.of(new Identified(name, schema));
      }
    }
    return choice;
  }
}
