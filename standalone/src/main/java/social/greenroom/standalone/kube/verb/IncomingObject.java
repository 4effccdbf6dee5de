package social.greenroom.standalone.kube.verb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.object.Metadata;
import social.greenroom.standalone.kube.resource.ResourceType;
import social.greenroom.standalone.kube.schema.Pruner;
import social.greenroom.standalone.kube.verb.WriteOptions.FieldValidation;

/** What a client sent, checked for being of the type it was sent to. */
final class IncomingObject {

  private IncomingObject() {}

  /** Requires the type's API version and kind; fills in those that are missing. */
  static void requireType(ResourceType type, ObjectNode object) {
    require(object, "apiVersion", type.apiVersion(), "API version");
    require(object, "kind", type.kind(), "kind");
  }

  /** Requires namespace and name to be those of the path, where the object says any. */
  static void requireSamePlace(Target target, ObjectNode object) {
    Metadata metadata = Metadata.of(object);
    if (!metadata.namespace().isEmpty() && !metadata.namespace().equals(target.namespace())) {
      throw ApiException.badRequest(
          "the namespace of the provided object does not match the namespace sent on the request");
    }
    if (target.namespace().isEmpty()) {
      metadata.node().remove("namespace");
    } else {
      metadata.node().put("namespace", target.namespace());
    }
    if (target.name().isEmpty()) {
      return;
    }
    if (metadata.name().isEmpty()) {
      metadata.node().put("name", target.name());
    } else if (!metadata.name().equals(target.name())) {
      throw ApiException.badRequest(
          "the name of the object ("
              + metadata.name()
              + ") does not match the name on the URL ("
              + target.name()
              + ")");
    }
  }

  /**
   * What the schema doesn't know, in kubectl's familiar words; nothing when nobody wants to be
   * told.
   */
  static List<String> unknownFields(ResourceType type, ObjectNode object, WriteOptions options) {
    if (options.validation() == FieldValidation.IGNORE) {
      return List.of();
    }
    return Pruner.prune(type.schema(), object.deepCopy()).stream()
        .map(field -> "unknown field \"" + field + "\"")
        .toList();
  }

  /** The warnings about unknown fields; refuses them when validation is strict. */
  static List<String> checkFields(ResourceType type, ObjectNode object, WriteOptions options) {
    List<String> unknown = unknownFields(type, object, options);
    if (!unknown.isEmpty() && options.validation() == FieldValidation.STRICT) {
      throw ApiException.badRequest(
          type.kind()
              + " in version \""
              + type.version()
              + "\" cannot be handled as a "
              + type.kind()
              + ": strict decoding error: "
              + String.join(", ", unknown));
    }
    return unknown;
  }

  private static void require(ObjectNode object, String field, String wanted, String what) {
    String actual = object.path(field).asText("");
    if (actual.isEmpty()) {
      object.put(field, wanted);
    } else if (!actual.equals(wanted)) {
      throw ApiException.badRequest(
          "the "
              + what
              + " in the data ("
              + actual
              + ") does not match the expected "
              + what
              + " ("
              + wanted
              + ")");
    }
  }
}
