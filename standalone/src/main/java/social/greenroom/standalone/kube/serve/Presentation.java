package social.greenroom.standalone.kube.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.object.KubeJson;
import social.greenroom.standalone.kube.resource.ResourceType;
import social.greenroom.standalone.kube.table.TablePrinter;

/** The form in which a client wants objects: whole, as a table, or their metadata alone. */
enum Presentation {
  WHOLE {
    @Override
    ObjectNode one(ResourceType type, ObjectNode object, String include) {
      return object;
    }

    @Override
    ObjectNode many(
        ResourceType type, List<ObjectNode> objects, ObjectNode metadata, String include) {
      throw new IllegalStateException("whole objects are streamed");
    }
  },
  TABLE {
    @Override
    ObjectNode one(ResourceType type, ObjectNode object, String include) {
      ObjectNode metadata = KubeJson.object();
      JsonNode version = object.at("/metadata/resourceVersion");
      metadata.put("resourceVersion", version.asText());
      return TablePrinter.print(type.view().columns(), List.of(object), metadata, include);
    }

    @Override
    ObjectNode many(
        ResourceType type, List<ObjectNode> objects, ObjectNode metadata, String include) {
      return TablePrinter.print(type.view().columns(), objects, metadata, include);
    }
  },
  METADATA {
    @Override
    ObjectNode one(ResourceType type, ObjectNode object, String include) {
      return TablePrinter.metadataOnly(object);
    }

    @Override
    ObjectNode many(
        ResourceType type, List<ObjectNode> objects, ObjectNode metadata, String include) {
      ObjectNode list =
          KubeJson.object()
              .put("kind", "PartialObjectMetadataList")
              .put("apiVersion", "meta.k8s.io/v1");
      list.set("metadata", metadata);
      var items = list.putArray("items");
      objects.forEach(o -> items.add(TablePrinter.metadataOnly(o)));
      return list;
    }
  };

  private static final Pattern COMMA = Pattern.compile(",");

  /**
   * The first form of an Accept header that can be served.
   *
   * @throws ApiException 406 when there is none
   */
  static Presentation of(String accept) {
    if (accept.isBlank()) {
      return WHOLE;
    }
    for (String range : COMMA.split(accept, -1)) {
      String wanted = range.replace(" ", "").toLowerCase(Locale.ROOT);
      boolean v1 = !wanted.contains(";v=") || wanted.contains(";v=v1;") || wanted.endsWith(";v=v1");
      if (wanted.startsWith("application/json")
          || wanted.startsWith("*/*")
          || wanted.startsWith("application/*")) {
        if (wanted.contains("as=table")) {
          if (v1) {
            return TABLE;
          }
        } else if (wanted.contains("as=partialobjectmetadata")) {
          if (v1) {
            return METADATA;
          }
        } else {
          return WHOLE;
        }
      }
    }
    throw new ApiException(
        406, "NotAcceptable", "only the following media types are accepted: application/json");
  }

  abstract ObjectNode one(ResourceType type, ObjectNode object, String include);

  /** Never called for whole objects. */
  abstract ObjectNode many(
      ResourceType type, List<ObjectNode> objects, ObjectNode metadata, String include);
}
