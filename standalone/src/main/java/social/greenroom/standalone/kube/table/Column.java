package social.greenroom.standalone.kube.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import social.greenroom.standalone.kube.object.KubeJson;

/**
 * One column of a table.
 *
 * @param priority 0 is always shown, anything greater with {@code -o wide}
 */
public record Column(
    String name, String type, String format, String description, int priority, Cell cell) {

  /** Reads what a column shows of an object. */
  @FunctionalInterface
  public interface Cell {
    JsonNode of(ObjectNode object);
  }

  public static final Column NAME =
      new Column(
          "Name",
          "string",
          "name",
          "Name must be unique within a namespace.",
          0,
          o -> o.at("/metadata/name"));

  public static final Column AGE =
      new Column(
          "Age",
          "string",
          "",
          "Time since the object was created.",
          0,
          o -> Age.since(o.at("/metadata/creationTimestamp").asText()));

  /**
   * A column that shows what a path leads to, in {@code -o wide} only when the priority is greater
   * than 0.
   */
  public static Column path(String name, String type, int priority, String jsonPath) {
    return new Column(name, type, "", "", priority, cell(type, JsonPath.parse(jsonPath)));
  }

  /** One entry of {@code additionalPrinterColumns}. */
  public static Column parse(JsonNode column) {
    String type = column.path("type").asText();
    return new Column(
        column.path("name").asText(),
        type,
        column.path("format").asText(),
        column.path("description").asText(),
        column.path("priority").asInt(),
        cell(type, JsonPath.parse(column.path("jsonPath").asText())));
  }

  ObjectNode definition() {
    return KubeJson.object()
        .put("name", name)
        .put("type", type)
        .put("format", format)
        .put("description", description)
        .put("priority", priority);
  }

  private static Cell cell(String type, JsonPath path) {
    return object -> {
      List<JsonNode> found = path.find(object);
      return found.isEmpty() ? NullNode.instance : convert(type, found.get(0));
    };
  }

  private static JsonNode convert(String type, JsonNode value) {
    return switch (type) {
      case "integer", "number" -> value.isNumber() ? value : NullNode.instance;
      case "boolean" -> value.isBoolean() ? value : NullNode.instance;
      case "date" -> Age.since(value.asText());
      default -> value.isTextual() ? value : TextNode.valueOf(KubeJson.text(value));
    };
  }
}
