package social.greenroom.sandbox.composio;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Writes the JSON schema of a tool's arguments. */
final class Schema {
  private final JsonObject properties = new JsonObject();
  private final JsonArray required = new JsonArray();

  static Schema object() {
    return new Schema();
  }

  Schema required(String name, JsonObject property) {
    required.add(name);
    return optional(name, property);
  }

  Schema optional(String name, JsonObject property) {
    properties.put(name, property);
    return this;
  }

  JsonObject done() {
    return new JsonObject()
        .put("type", "object")
        .put("properties", properties)
        .put("required", required)
        .put("additionalProperties", false);
  }

  static JsonObject string(String description) {
    return new JsonObject().put("type", "string").put("description", description);
  }

  static JsonObject choice(String description, String... values) {
    var all = new JsonArray();
    for (var value : values) {
      all.add(value);
    }
    return string(description).put("enum", all);
  }

  static JsonObject integer(String description) {
    return new JsonObject().put("type", "integer").put("description", description);
  }

  static JsonObject list(String description, JsonObject items) {
    return new JsonObject()
        .put("type", "array")
        .put("description", description)
        .put("items", items);
  }

  /** A file as Composio takes one: uploaded beforehand, named by its key. */
  static JsonObject file(String description) {
    return new JsonObject()
        .put("description", description)
        .put("file_uploadable", true)
        .put(
            "properties",
            new JsonObject()
                .put("name", string("File name"))
                .put("mimetype", string("Media type"))
                .put("s3key", string("Key given for the upload")));
  }
}
