package social.greenroom.standalone.kube.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes away what a schema doesn't know. */
public final class Pruner {

  private final List<String> unknown = new ArrayList<>();

  private Pruner() {}

  /**
   * Removes fields that the schema doesn't know, in place.
   *
   * @return their paths, as {@code spec.items[0].colour}
   */
  public static List<String> prune(Schema schema, JsonNode value) {
    Pruner pruner = new Pruner();
    pruner.prune(schema, value, "");
    return pruner.unknown;
  }

  private void prune(Schema schema, JsonNode value, String path) {
    if (value instanceof ObjectNode object) {
      pruneObject(schema, object, path);
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        prune(schema.itemOrAny(), value.get(i), path + "[" + i + "]");
      }
    }
  }

  private void pruneObject(Schema schema, ObjectNode object, String path) {
    for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
      String name = entry.getKey();
      String at = path.isEmpty() ? name : path + "." + name;
      Schema field = schema.field(name);
      if (field != null) {
        prune(field, entry.getValue(), at);
      } else if (!schema.preserveUnknown() && !(schema.embedded() && EMBEDDED.contains(name))) {
        object.remove(name);
        unknown.add(at);
      }
    }
  }

  private static final List<String> EMBEDDED = List.of("apiVersion", "kind", "metadata");
}
