package social.greenroom.standalone.kube.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.kube.object.KubeJson;
import social.greenroom.standalone.kube.schema.ListType;
import social.greenroom.standalone.kube.schema.Schema;

/**
 * A merge patch that merges lists item by item where the schema says how, with the directives
 * {@code $patch}, {@code $deleteFromPrimitiveList} and {@code $retainKeys}. {@code
 * $setElementOrder} is read over: items keep their place and new ones come last.
 */
public final class StrategicMergePatch {

  private static final String DELETE_FROM = "$deleteFromPrimitiveList/";

  private StrategicMergePatch() {}

  public static ObjectNode apply(Schema schema, ObjectNode object, ObjectNode patch) {
    ObjectNode result = object.deepCopy();
    merge(schema, result, patch);
    return result;
  }

  private static void merge(Schema schema, ObjectNode target, ObjectNode patch) {
    if (patch.path("$patch").asText().equals("replace")) {
      target.removeAll();
    }
    if (patch.has("$retainKeys")) {
      Set<String> kept = new HashSet<>();
      patch.get("$retainKeys").forEach(k -> kept.add(k.asText()));
      target.retain(kept);
    }
    for (var entry : patch.properties()) {
      String name = entry.getKey();
      if (name.startsWith(DELETE_FROM)) {
        deleteValues(target.path(name.substring(DELETE_FROM.length())), entry.getValue());
      } else if (!name.startsWith("$")) {
        mergeField(schema.fieldOrAny(name), target, name, entry.getValue());
      }
    }
  }

  private static void mergeField(Schema field, ObjectNode target, String name, JsonNode value) {
    JsonNode existing = target.get(name);
    if (value.isNull() || value.path("$patch").asText().equals("delete")) {
      target.remove(name);
    } else if (value instanceof ObjectNode nested) {
      ObjectNode into = existing instanceof ObjectNode object ? object : KubeJson.object();
      target.set(name, into);
      merge(field, into, nested);
    } else if (value instanceof ArrayNode items && mergesItems(field)) {
      ArrayNode into = existing instanceof ArrayNode array ? array : KubeJson.array();
      target.set(name, into);
      mergeItems(field, into, items);
    } else {
      target.set(name, value.deepCopy());
    }
  }

  private static boolean mergesItems(Schema list) {
    return list.listType().merge() != ListType.Merge.ATOMIC;
  }

  private static void mergeItems(Schema list, ArrayNode target, ArrayNode patch) {
    for (JsonNode item : patch) {
      if (item.path("$patch").asText().equals("replace")) {
        target.removeAll();
      }
    }
    for (JsonNode item : patch) {
      String directive = item.path("$patch").asText();
      if (list.listType().merge() == ListType.Merge.SET) {
        addValue(target, item);
      } else if (directive.equals("delete")) {
        removeIf(target, existing -> sameKey(list, existing, item));
      } else if (!directive.equals("replace") && item instanceof ObjectNode object) {
        mergeItem(list, target, object);
      }
    }
  }

  private static void mergeItem(Schema list, ArrayNode target, ObjectNode item) {
    ObjectNode existing = find(list, target, item);
    if (existing == null) {
      existing = KubeJson.object();
      target.add(existing);
    }
    merge(list.itemOrAny(), existing, item);
  }

  private static @Nullable ObjectNode find(Schema list, ArrayNode items, JsonNode like) {
    for (JsonNode item : items) {
      if (sameKey(list, item, like) && item instanceof ObjectNode object) {
        return object;
      }
    }
    return null;
  }

  /** Strategic merge knows one key per list: the first of those that server-side apply knows. */
  private static boolean sameKey(Schema list, JsonNode one, JsonNode other) {
    List<String> keys = list.listType().keys();
    return one.path(keys.get(0)).equals(other.path(keys.get(0)));
  }

  private static void addValue(ArrayNode target, JsonNode value) {
    for (JsonNode existing : target) {
      if (existing.equals(value)) {
        return;
      }
    }
    target.add(value.deepCopy());
  }

  private static void deleteValues(JsonNode target, JsonNode values) {
    Set<JsonNode> gone = new HashSet<>();
    values.forEach(gone::add);
    if (target instanceof ArrayNode array) {
      removeIf(array, gone::contains);
    }
  }

  private static void removeIf(ArrayNode array, Predicate<JsonNode> condition) {
    for (int i = array.size() - 1; i >= 0; i--) {
      if (condition.test(array.get(i))) {
        array.remove(i);
      }
    }
  }
}
