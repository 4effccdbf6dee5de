package social.greenroom.standalone.kube.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.kube.object.KubeJson;

/** What tells one item of a list from another. */
public final class ListKeys {

  private ListKeys() {}

  /** The items of a map-list by what tells them apart; nothing for another list, or for none. */
  public static Map<JsonNode, JsonNode> index(Schema list, @Nullable JsonNode items) {
    Map<JsonNode, JsonNode> byKey = new HashMap<>();
    if (items != null && list.listType().merge() == ListType.Merge.MAP) {
      items.forEach(item -> byKey.put(identity(list, item), item));
    }
    return byKey;
  }

  /** The key fields of an item of a map-list (with their defaults); the item itself in a set. */
  public static JsonNode identity(Schema list, JsonNode item) {
    if (list.listType().merge() != ListType.Merge.MAP) {
      return item;
    }
    ObjectNode key = KubeJson.object();
    for (String name : list.listType().keys()) {
      JsonNode value = item.get(name);
      if (value == null) {
        value = list.itemOrAny().fieldOrAny(name).defaultValue();
      }
      if (!value.isNull()) {
        key.set(name, value);
      }
    }
    return key;
  }
}
