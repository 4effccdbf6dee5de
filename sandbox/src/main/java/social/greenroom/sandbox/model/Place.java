package social.greenroom.sandbox.model;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * Where in an answer something is to be written.
 *
 * @param name the property's name; an item of a list has the list's
 * @param entity what the surrounding item is about
 */
record Place(String name, JsonObject schema, Optional<Entity> entity, int depth) {

  Place with(JsonObject resolved) {
    return new Place(name, resolved, entity, depth);
  }

  Place into(String property, JsonObject propertySchema) {
    return new Place(property, propertySchema, entity, depth + 1);
  }

  Place item(JsonObject itemSchema, Optional<Entity> about) {
    return new Place(name, itemSchema, about, depth + 1);
  }

  String description() {
    return schema.getString("description", "");
  }

  /** What the property is called and said to be, in lower-case words. */
  String words() {
    return Words.plain(name) + " " + Words.plain(description());
  }
}
