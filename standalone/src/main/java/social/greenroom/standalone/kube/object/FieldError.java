package social.greenroom.standalone.kube.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is wrong with one field, worded as {@code k8s.io/apimachinery/pkg/util/validation/field}
 * does.
 *
 * @param message everything after the path
 */
public record FieldError(String path, String reason, String message) {

  public static FieldError required(String path, String detail) {
    return new FieldError(
        path, "FieldValueRequired", "Required value" + (detail.isEmpty() ? "" : ": " + detail));
  }

  public static FieldError invalid(String path, JsonNode value, String detail) {
    return new FieldError(
        path, "FieldValueInvalid", "Invalid value: " + KubeJson.text(value) + ": " + detail);
  }

  public static FieldError invalid(String path, String value, String detail) {
    return invalid(path, TextNode.valueOf(value), detail);
  }

  public static FieldError typeInvalid(String path, String value, String detail) {
    return new FieldError(
        path, "FieldValueTypeInvalid", "Invalid value: \"" + value + "\": " + detail);
  }

  public static FieldError notSupported(String path, JsonNode value, List<String> supported) {
    return new FieldError(
        path,
        "FieldValueNotSupported",
        "Unsupported value: "
            + KubeJson.text(value)
            + ": supported values: "
            + String.join(", ", supported));
  }

  public static FieldError duplicate(String path, JsonNode value) {
    String shown = value.isObject() ? goMap(value) : KubeJson.text(value);
    return new FieldError(path, "FieldValueDuplicate", "Duplicate value: " + shown);
  }

  /** The keys of a list's item, as Go prints a map. */
  private static String goMap(JsonNode keys) {
    return keys.properties().stream()
        .map(key -> "\"" + key.getKey() + "\":" + KubeJson.text(key.getValue()))
        .sorted()
        .collect(Collectors.joining(", ", "map[string]interface {}{", "}"));
  }

  public static FieldError forbidden(String path, String detail) {
    return new FieldError(path, "FieldValueForbidden", "Forbidden: " + detail);
  }

  public static FieldError tooLong(String path, long max) {
    return new FieldError(
        path, "FieldValueTooLong", "Too long: may not be more than " + max + " bytes");
  }

  public static FieldError tooMany(String path, int actual, long max) {
    return new FieldError(
        path, "FieldValueTooMany", "Too many: " + actual + ": must have at most " + max + " items");
  }

  /** The same words, for a value of the right type. */
  public FieldError asInvalid() {
    return new FieldError(path, "FieldValueInvalid", message);
  }

  ObjectNode cause() {
    return KubeJson.object().put("reason", reason).put("message", message).put("field", path);
  }

  @Override
  public String toString() {
    return path + ": " + message;
  }
}
