package social.greenroom.standalone.kube.apply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.kube.object.KubeJson;
import social.greenroom.standalone.kube.schema.ListKeys;
import social.greenroom.standalone.kube.schema.ListType;
import social.greenroom.standalone.kube.schema.Schema;

/**
 * The parts of a value by which fields are owned: fields of objects, items of map-lists and sets.
 */
final class FieldWalk {

  /** A part: its name in {@code FieldsV1}, its schema, its value. */
  record Part(String element, Schema schema, JsonNode value, boolean declared) {}

  private FieldWalk() {}

  /** Whether a value is owned as a whole. */
  static boolean isLeaf(Schema schema, JsonNode value) {
    if (value instanceof ObjectNode) {
      return schema.atomicMap();
    }
    return !(value instanceof ArrayNode) || schema.listType().merge() == ListType.Merge.ATOMIC;
  }

  /** The parts of a value that is no leaf. */
  static Iterable<Part> parts(Schema schema, JsonNode value) {
    Map<String, Part> parts = new TreeMap<>();
    if (value instanceof ObjectNode object) {
      for (var entry : object.properties()) {
        String element = "f:" + entry.getKey();
        boolean declared = schema.properties().containsKey(entry.getKey());
        Schema field = schema.fieldOrAny(entry.getKey());
        parts.put(element, new Part(element, field, entry.getValue(), declared));
      }
    } else {
      for (JsonNode item : value) {
        String element = itemElement(schema, item);
        parts.put(element, new Part(element, schema.itemOrAny(), item, false));
      }
    }
    return parts.values();
  }

  /** The part of a value that an element names; null when the value has none such. */
  static @Nullable Part part(Schema schema, JsonNode value, String element) {
    if (value instanceof ObjectNode object && element.startsWith("f:")) {
      String name = element.substring(2);
      JsonNode field = object.get(name);
      boolean declared = schema.properties().containsKey(name);
      return field == null ? null : new Part(element, schema.fieldOrAny(name), field, declared);
    }
    if (value instanceof ArrayNode items && !element.startsWith("f:")) {
      int index = indexOf(schema, items, element);
      return index < 0 ? null : new Part(element, schema.itemOrAny(), items.get(index), false);
    }
    return null;
  }

  /** Takes the part that an element names out of a value. */
  static void remove(Schema schema, JsonNode value, String element) {
    if (value instanceof ObjectNode object) {
      object.remove(element.substring(2));
    } else if (value instanceof ArrayNode items) {
      int index = indexOf(schema, items, element);
      if (index >= 0) {
        items.remove(index);
      }
    }
  }

  static int indexOf(Schema list, ArrayNode items, String element) {
    if (list.listType().merge() == ListType.Merge.ATOMIC) {
      return -1;
    }
    JsonNode wanted = read(element.substring(2));
    for (int i = 0; i < items.size(); i++) {
      if (ListKeys.identity(list, items.get(i)).equals(wanted)) {
        return i;
      }
    }
    return -1;
  }

  static String itemElement(Schema list, JsonNode item) {
    JsonNode identity = ListKeys.identity(list, item);
    if (list.listType().merge() == ListType.Merge.SET) {
      return "v:" + KubeJson.text(identity);
    }
    ObjectNode sorted = KubeJson.object();
    asMap(identity).forEach(sorted::set);
    return "k:" + KubeJson.text(sorted);
  }

  private static Map<String, JsonNode> asMap(JsonNode object) {
    Map<String, JsonNode> map = new TreeMap<>();
    object.properties().forEach(e -> map.put(e.getKey(), e.getValue()));
    return map;
  }

  private static JsonNode read(String json) {
    try {
      return KubeJson.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(json);
    }
  }
}
