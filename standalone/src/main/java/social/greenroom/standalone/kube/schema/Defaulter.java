package social.greenroom.standalone.kube.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Puts a schema's defaults where a value is absent. */
public final class Defaulter {

  private Defaulter() {}

  /** Changes the value in place. A null in a field that may not be null counts as absent. */
  public static void apply(Schema schema, JsonNode value) {
    if (value instanceof ObjectNode object) {
      schema.properties().forEach((name, field) -> applyField(object, name, field));
      Schema values = schema.values();
      if (values != null) {
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
          if (!schema.properties().containsKey(entry.getKey())) {
            apply(values, entry.getValue());
          }
        }
      }
    } else if (value.isArray()) {
      value.forEach(item -> apply(schema.itemOrAny(), item));
    }
  }

  private static void applyField(ObjectNode object, String name, Schema field) {
    JsonNode value = object.get(name);
    if (value != null && value.isNull() && !field.nullable() && !field.preserveUnknown()) {
      object.remove(name);
      value = null;
    }
    if (value == null) {
      if (field.defaultValue().isNull()) {
        return;
      }
      value = field.defaultValue().deepCopy();
      object.set(name, value);
    }
    apply(field, value);
  }
}
