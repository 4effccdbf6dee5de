package social.greenroom.standalone.kube.verb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.patch.JsonPatch;
import social.greenroom.standalone.kube.patch.MergePatch;
import social.greenroom.standalone.kube.patch.StrategicMergePatch;
import social.greenroom.standalone.kube.schema.Schema;

/** The kinds of patch, by media type. */
public enum PatchType {
  JSON("application/json-patch+json") {
    @Override
    ObjectNode apply(Schema schema, ObjectNode object, JsonNode patch) {
      return JsonPatch.apply(object, patch);
    }
  },
  MERGE("application/merge-patch+json") {
    @Override
    ObjectNode apply(Schema schema, ObjectNode object, JsonNode patch) {
      return MergePatch.apply(object, requireObject(patch));
    }
  },
  STRATEGIC("application/strategic-merge-patch+json") {
    @Override
    ObjectNode apply(Schema schema, ObjectNode object, JsonNode patch) {
      return StrategicMergePatch.apply(schema, object, requireObject(patch));
    }
  },
  APPLY("application/apply-patch+yaml") {
    @Override
    ObjectNode apply(Schema schema, ObjectNode object, JsonNode patch) {
      throw new IllegalStateException("an apply needs to know its manager");
    }
  };

  private final String mediaType;

  PatchType(String mediaType) {
    this.mediaType = mediaType;
  }

  public static Optional<PatchType> of(String mediaType) {
    return Arrays.stream(values()).filter(t -> t.mediaType.equals(mediaType)).findFirst();
  }

  public static String accepted() {
    return Arrays.stream(values()).map(t -> t.mediaType).collect(Collectors.joining(", "));
  }

  abstract ObjectNode apply(Schema schema, ObjectNode object, JsonNode patch);

  static ObjectNode requireObject(JsonNode patch) {
    if (patch instanceof ObjectNode object) {
      return object;
    }
    throw ApiException.badRequest("a patch of this kind is an object");
  }
}
