package social.greenroom.standalone.kube.object;

import com.fasterxml.jackson.databind.JsonNode;

/** One entry of {@code metadata.ownerReferences}. */
public record OwnerReference(String uid, boolean blocksDeletion) {

  static OwnerReference of(JsonNode reference) {
    return new OwnerReference(
        reference.path("uid").asText(), reference.path("blockOwnerDeletion").asBoolean());
  }
}
