package social.greenroom.standalone.kube.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.kube.schema.ListType;
import social.greenroom.standalone.kube.schema.Schema;

/** Merges a configuration into an object, and takes out of it what its manager no longer sets. */
final class ConfigurationMerge {

  private ConfigurationMerge() {}

  static void merge(Schema schema, ObjectNode target, ObjectNode configuration) {
    for (var entry : configuration.properties()) {
      Schema field = schema.fieldOrAny(entry.getKey());
      JsonNode existing = target.get(entry.getKey());
      target.set(entry.getKey(), merged(field, existing, entry.getValue()));
    }
  }

  private static JsonNode merged(Schema schema, @Nullable JsonNode existing, JsonNode wanted) {
    if (!FieldWalk.isLeaf(schema, wanted)) {
      if (wanted instanceof ObjectNode object && existing instanceof ObjectNode into) {
        merge(schema, into, object);
        return into;
      }
      if (wanted instanceof ArrayNode items && existing instanceof ArrayNode into) {
        items.forEach(item -> mergeItem(schema, into, item));
        return into;
      }
    }
    return wanted.deepCopy();
  }

  private static void mergeItem(Schema list, ArrayNode target, JsonNode item) {
    int index = FieldWalk.indexOf(list, target, FieldWalk.itemElement(list, item));
    if (index < 0) {
      target.add(item.deepCopy());
    } else if (list.listType().merge() == ListType.Merge.MAP) {
      target.set(index, merged(list.itemOrAny(), target.get(index), item));
    }
  }

  /** Removes fields from a value, except those to keep; what becomes empty by that goes too. */
  static void remove(Schema schema, JsonNode value, FieldSet gone, FieldSet kept) {
    gone.children()
        .forEach(
            (element, child) -> {
              FieldWalk.Part part = FieldWalk.part(schema, value, element);
              if (part == null) {
                return;
              }
              FieldSet keep = kept.child(element);
              if (keep == null || keep.isEmpty()) {
                keep = new FieldSet();
                if (child.isMember()) {
                  FieldWalk.remove(schema, value, element);
                  return;
                }
              }
              remove(part.schema(), part.value(), child, keep);
              if (keep.isEmpty() && part.value().isContainerNode() && part.value().isEmpty()) {
                FieldWalk.remove(schema, value, element);
              }
            });
  }
}
