package social.greenroom.standalone.kube.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The part of an object in which fields have managers: what the server sets itself is left out. */
final class OwnedPart {

  private static final List<String> OF_SERVER =
      List.of(
          "name",
          "namespace",
          "creationTimestamp",
          "deletionTimestamp",
          "deletionGracePeriodSeconds",
          "selfLink",
          "uid",
          "generation",
          "generateName",
          "managedFields",
          "resourceVersion");

  private OwnedPart() {}

  /**
   * A copy without what nobody manages.
   *
   * @param subresource {@code status} leaves the status alone, anything else leaves it out if it
   *     has an endpoint of its own
   */
  static ObjectNode of(ObjectNode object, String subresource, boolean statusIsSubresource) {
    ObjectNode part = object.deepCopy();
    part.remove(List.of("apiVersion", "kind"));
    if (subresource.equals("status")) {
      part.retain("status");
      return part;
    }
    if (statusIsSubresource) {
      part.remove("status");
    }
    if (part.get("metadata") instanceof ObjectNode metadata) {
      metadata.remove(OF_SERVER);
      if (metadata.isEmpty()) {
        part.remove("metadata");
      }
    }
    return part;
  }
}
