package social.greenroom.standalone.kube.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import social.greenroom.standalone.kube.object.KubeJson;

/** Makes a {@code meta.k8s.io/v1 Table} of objects. */
public final class TablePrinter {

  private TablePrinter() {}

  /**
   * Prints one row per object.
   *
   * @param listMetadata of the list the objects are of
   * @param include what of each object goes with its row: {@code None}, {@code Metadata} or {@code
   *     Object}
   */
  public static ObjectNode print(
      List<Column> columns, List<ObjectNode> objects, JsonNode listMetadata, String include) {
    ObjectNode table = KubeJson.object().put("kind", "Table").put("apiVersion", "meta.k8s.io/v1");
    table.set("metadata", listMetadata);
    ArrayNode definitions = table.putArray("columnDefinitions");
    columns.forEach(c -> definitions.add(c.definition()));
    ArrayNode rows = table.putArray("rows");
    for (ObjectNode object : objects) {
      ObjectNode row = rows.addObject();
      ArrayNode cells = row.putArray("cells");
      columns.forEach(c -> cells.add(c.cell().of(object)));
      switch (include) {
        case "None" -> {}
        case "Object" -> row.set("object", object);
        default -> row.set("object", metadataOnly(object));
      }
    }
    return table;
  }

  /** The object as {@code PartialObjectMetadata}. */
  public static ObjectNode metadataOnly(ObjectNode object) {
    ObjectNode partial =
        KubeJson.object().put("kind", "PartialObjectMetadata").put("apiVersion", "meta.k8s.io/v1");
    partial.set("metadata", object.path("metadata"));
    return partial;
  }
}
