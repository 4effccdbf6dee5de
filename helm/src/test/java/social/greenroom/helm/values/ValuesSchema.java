package social.greenroom.helm.values;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code values.schema.json}: every value has a type, and nothing else is taken. */
final class ValuesSchema {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String QUANTITY = "^[0-9]+(\\.[0-9]+)?(m|k|Ki|M|Mi|G|Gi|T|Ti)?$";

  private ValuesSchema() {}

  static String of(List<Value> values) {
    var schema = JSON.createObjectNode();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("title", "Values of the chart greenroom");
    openObject(schema);
    for (var value : values) {
      var parent = schema;
      for (var name : value.path().subList(0, value.path().size() - 1)) {
        parent = (ObjectNode) parent.path("properties").path(name);
      }
      ((ObjectNode) parent.path("properties")).set(value.name(), schema(value));
    }
    // Helm hands charts that are subcharts of another this one.
    ((ObjectNode) schema.path("properties")).putObject("global").put("type", "object");
    poolSends(schema);
    var shared = schema.putObject("definitions");
    shared.set("resources", resources());
    shared.set("env", env());
    try {
      return JSON.writeValueAsString(schema) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Where the pool alone sends, there is one: else posts would wait for ever, and no alert tell.
   */
  private static void poolSends(ObjectNode schema) {
    within(schema.putObject("if"), "operator", "sendPolicy").put("const", "pool");
    within(schema.putObject("then"), "worker", "pool", "enabled").put("const", true);
  }

  private static ObjectNode within(ObjectNode schema, String... path) {
    var inner = schema;
    for (var name : path) {
      inner.putArray("required").add(name);
      inner = inner.putObject("properties").putObject(name);
    }
    return inner;
  }

  private static ObjectNode schema(Value value) {
    var schema = JSON.createObjectNode();
    schema.put("description", value.description());
    if (value.rules().has("$ref")) {
      // Draft 7 reads nothing beside a reference.
      schema
          .putArray("allOf")
          .addObject()
          .put("$ref", "#/definitions/" + value.rules().path("$ref").asText());
    } else if (value.isSection()) {
      openObject(schema);
    } else {
      schema.put("type", type(value.standard()));
      schema.setAll(value.rules());
    }
    return schema;
  }

  private static void openObject(ObjectNode schema) {
    schema.put("type", "object");
    schema.put("additionalProperties", false);
    schema.putObject("properties");
  }

  private static String type(JsonNode standard) {
    return switch (standard.getNodeType()) {
      case BOOLEAN -> "boolean";
      case NUMBER -> standard.isIntegralNumber() ? "integer" : "number";
      case STRING -> "string";
      case ARRAY -> "array";
      case OBJECT -> "object";
      case NULL, MISSING, BINARY, POJO ->
          throw new IllegalStateException("A value without a type: " + standard);
    };
  }

  private static ObjectNode resources() {
    var amounts = JSON.createObjectNode();
    amounts.put("type", "object");
    amounts.putObject("additionalProperties").putArray("type").add("string").add("integer");
    ((ObjectNode) amounts.path("additionalProperties")).put("pattern", QUANTITY);
    var schema = JSON.createObjectNode();
    schema.put("type", "object");
    schema.put("additionalProperties", false);
    var properties = schema.putObject("properties");
    properties.set("requests", amounts);
    properties.set("limits", amounts.deepCopy());
    schema.putArray("required").add("requests").add("limits");
    return schema;
  }

  private static ObjectNode env() {
    var schema = JSON.createObjectNode();
    schema.put("type", "array");
    var item = schema.putObject("items");
    item.put("type", "object");
    item.put("additionalProperties", false);
    var properties = item.putObject("properties");
    properties.putObject("name").put("type", "string").put("minLength", 1);
    properties.putObject("value").put("type", "string");
    properties.putObject("valueFrom").put("type", "object");
    item.putArray("required").add("name");
    return schema;
  }
}
