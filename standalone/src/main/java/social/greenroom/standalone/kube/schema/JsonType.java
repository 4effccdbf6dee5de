package social.greenroom.standalone.kube.schema;

import com.fasterxml.jackson.databind.JsonNode;

/** The types of JSON values as schemas name them. */
public final class JsonType {

  private JsonType() {}

  public static String name(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT, POJO -> "object";
      case ARRAY -> "array";
      case STRING, BINARY -> "string";
      case BOOLEAN -> "boolean";
      case NUMBER -> isWhole(value) ? "integer" : "number";
      case NULL, MISSING -> "null";
    };
  }

  static boolean matches(Schema schema, JsonNode value) {
    if (schema.intOrString()) {
      return value.isTextual() || isWhole(value);
    }
    return switch (schema.type()) {
      case "string" -> value.isTextual();
      case "integer" -> isWhole(value);
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      default -> true;
    };
  }

  private static boolean isWhole(JsonNode value) {
    return value.isIntegralNumber()
        || (value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0);
  }
}
