package social.greenroom.sandbox.mcp;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Optional;

/** Checks a call's arguments against the tool's schema, as far as our tools' schemas go. */
final class Arguments {
  private Arguments() {}

  /** What is wrong with {@code arguments}, if anything is. */
  static Optional<String> complaint(JsonObject schema, JsonObject arguments) {
    var properties = schema.getJsonObject("properties", new JsonObject());
    var wrong = new ArrayList<String>();
    for (var required : schema.getJsonArray("required", new JsonArray())) {
      if (!arguments.containsKey((String) required)) {
        wrong.add("Following fields are missing: {'" + required + "'}");
      }
    }
    for (var given : arguments) {
      var property = properties.getJsonObject(given.getKey());
      if (property == null) {
        wrong.add("Extra inputs are not permitted: '" + given.getKey() + "'");
      } else if (given.getValue() == null || !fits(property, given.getValue())) {
        wrong.add(
            "Input should be a valid %s on parameter `%s`"
                .formatted(property.getString("type", "value"), given.getKey()));
      }
    }
    return wrong.isEmpty()
        ? Optional.empty()
        : Optional.of("Invalid request data provided - " + String.join("; ", wrong));
  }

  private static boolean fits(JsonObject property, Object value) {
    var allowed = property.getJsonArray("enum");
    if (allowed != null && !allowed.contains(value)) {
      return false;
    }
    return switch (property.getString("type", "")) {
      case "string" -> value instanceof String;
      case "boolean" -> value instanceof Boolean;
      case "integer" -> value instanceof Integer || value instanceof Long;
      case "array" -> value instanceof JsonArray;
      case "object" -> value instanceof JsonObject;
      default -> true;
    };
  }
}
