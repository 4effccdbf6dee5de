package social.greenroom.standalone.kube.patch;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import social.greenroom.standalone.kube.object.ApiException;

/** RFC 6902. */
public final class JsonPatch {

  private JsonNode document;

  private JsonPatch(JsonNode document) {
    this.document = document;
  }

  /**
   * Applies a patch to a copy.
   *
   * @throws ApiException 422 when an operation can't be applied, 400 when the patch is malformed
   */
  public static ObjectNode apply(ObjectNode object, JsonNode patch) {
    if (!patch.isArray()) {
      throw ApiException.badRequest("a JSON patch is an array of operations");
    }
    JsonPatch patched = new JsonPatch(object.deepCopy());
    patch.forEach(patched::operate);
    if (patched.document instanceof ObjectNode result) {
      return result;
    }
    throw ApiException.badRequest("a JSON patch can't make something else of an object");
  }

  private void operate(JsonNode operation) {
    JsonPointer path = pointer(operation, "path");
    switch (operation.path("op").asText()) {
      case "add" -> add(path, value(operation));
      case "replace" -> {
        existing(path, "replace");
        remove(path, "replace");
        add(path, value(operation));
      }
      case "remove" -> remove(path, "remove");
      case "move" -> {
        JsonPointer from = pointer(operation, "from");
        JsonNode moved = existing(from, "move");
        remove(from, "move");
        add(path, moved);
      }
      case "copy" -> add(path, existing(pointer(operation, "from"), "copy").deepCopy());
      case "test" -> test(path, value(operation));
      default ->
          throw ApiException.badRequest(
              "unexpected JSON patch operation: " + operation.path("op").asText());
    }
  }

  private void test(JsonPointer path, JsonNode expected) {
    if (!document.at(path).equals(expected)) {
      throw unprocessable("testing value " + path + " failed: test failed");
    }
  }

  private JsonNode existing(JsonPointer path, String operation) {
    JsonNode found = document.at(path);
    if (found.isMissingNode()) {
      throw unprocessable(
          operation
              + " operation does not apply: doc is missing path: "
              + path
              + ": missing value");
    }
    return found;
  }

  private void add(JsonPointer path, JsonNode value) {
    if (path.matches()) {
      document = value;
      return;
    }
    JsonNode parent = existing(path.head(), "add");
    String last = path.last().getMatchingProperty();
    if (parent instanceof ObjectNode object) {
      object.set(last, value);
    } else if (parent instanceof ArrayNode array) {
      int index = last.equals("-") ? array.size() : path.last().getMatchingIndex();
      if (index < 0 || index > array.size()) {
        throw unprocessable("add operation does not apply: invalid array index: " + path);
      }
      array.insert(index, value);
    } else {
      throw unprocessable("add operation does not apply: no object or array at " + path.head());
    }
  }

  private void remove(JsonPointer path, String operation) {
    existing(path, operation);
    if (path.matches()) {
      throw unprocessable(operation + " operation does not apply: the whole document");
    }
    JsonNode parent = document.at(path.head());
    if (parent instanceof ObjectNode object) {
      object.remove(path.last().getMatchingProperty());
    } else if (parent instanceof ArrayNode array) {
      array.remove(path.last().getMatchingIndex());
    }
  }

  private static JsonPointer pointer(JsonNode operation, String field) {
    try {
      return JsonPointer.compile(operation.path(field).asText());
    } catch (IllegalArgumentException e) {
      throw ApiException.badRequest("a JSON patch operation's " + field + " must start with /");
    }
  }

  private static JsonNode value(JsonNode operation) {
    JsonNode value = operation.get("value");
    if (value == null) {
      throw ApiException.badRequest("a JSON patch operation misses its value");
    }
    return value.deepCopy();
  }

  private static ApiException unprocessable(String message) {
    return new ApiException(
        422,
        "Invalid",
        "the server rejected our request due to an error in our request: " + message);
  }
}
