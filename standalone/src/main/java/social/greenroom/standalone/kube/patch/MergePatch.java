package social.greenroom.standalone.kube.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import social.greenroom.standalone.kube.object.KubeJson;

/** RFC 7396. */
public final class MergePatch {

  private MergePatch() {}

  public static ObjectNode apply(ObjectNode object, ObjectNode patch) {
    ObjectNode result = object.deepCopy();
    merge(result, patch);
    return result;
  }

  private static void merge(ObjectNode target, ObjectNode patch) {
    for (var entry : patch.properties()) {
      JsonNode value = entry.getValue();
      if (value.isNull()) {
        target.remove(entry.getKey());
      } else if (value instanceof ObjectNode nested) {
        ObjectNode into =
            target.get(entry.getKey()) instanceof ObjectNode existing
                ? existing
                : KubeJson.object();
        target.set(entry.getKey(), into);
        merge(into, nested);
      } else {
        target.set(entry.getKey(), value.deepCopy());
      }
    }
  }
}
