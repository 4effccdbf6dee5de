package social.greenroom.standalone.kube.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import social.greenroom.standalone.kube.object.KubeJson;
import social.greenroom.standalone.kube.resource.ResourceType;
import social.greenroom.standalone.kube.schema.ListType;
import social.greenroom.standalone.kube.schema.ModelSchemas;
import social.greenroom.standalone.kube.schema.Schema;

/**
 * A type's schema as OpenAPI: as declared by a definition, or written from what is known of a
 * built-in type.
 */
final class OpenApiSchema {

  /** Types that contain themselves end here. */
  private static final int DEEPEST = 16;

  private OpenApiSchema() {}

  static ObjectNode of(ResourceType type) {
    JsonNode declared = type.declared();
    if (!(declared instanceof ObjectNode object)) {
      return write(type.schema(), 0);
    }
    ObjectNode schema = object.deepCopy();
    ObjectNode properties = KubeJson.child(schema, "properties");
    describe(properties, "apiVersion", "The version of this representation of the object.");
    describe(properties, "kind", "The kind of resource this object represents.");
    ObjectNode metadata = write(ModelSchemas.of(ObjectMeta.class), 0);
    properties.set("metadata", metadata.put("description", "Standard object metadata."));
    return schema;
  }

  private static void describe(ObjectNode properties, String name, String description) {
    properties.putObject(name).put("type", "string").put("description", description);
  }

  private static ObjectNode write(Schema schema, int depth) {
    ObjectNode json = KubeJson.object();
    if (schema.intOrString()) {
      return json.put("x-kubernetes-int-or-string", true);
    }
    if (schema.type().isEmpty() || depth > DEEPEST) {
      return json.put("x-kubernetes-preserve-unknown-fields", true);
    }
    json.put("type", schema.type());
    Schema items = schema.items();
    Schema values = schema.values();
    if (items != null) {
      json.set("items", write(items, depth + 1));
      merge(schema.listType(), json);
    } else if (values != null) {
      json.set("additionalProperties", write(values, depth + 1));
    } else if (!schema.properties().isEmpty()) {
      ObjectNode properties = json.putObject("properties");
      schema.properties().forEach((name, field) -> properties.set(name, write(field, depth + 1)));
    }
    return json;
  }

  private static void merge(ListType type, ObjectNode json) {
    switch (type.merge()) {
      case ATOMIC -> json.put("x-kubernetes-list-type", "atomic");
      case SET -> json.put("x-kubernetes-list-type", "set");
      case MAP -> {
        json.put("x-kubernetes-list-type", "map");
        var keys = json.putArray("x-kubernetes-list-map-keys");
        type.keys().forEach(keys::add);
      }
    }
  }
}
