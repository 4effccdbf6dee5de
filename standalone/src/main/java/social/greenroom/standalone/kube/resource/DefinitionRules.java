package social.greenroom.standalone.kube.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.kube.object.FieldError;
import social.greenroom.standalone.kube.object.KubeJson;
import social.greenroom.standalone.kube.object.Metadata;

/** A custom resource definition is checked whole before it is taken, and then served at once. */
public final class DefinitionRules implements TypeRules {

  /** Keeps a definition until its objects are gone. */
  public static final String CLEANUP = "customresourcecleanup.apiextensions.k8s.io";

  @Override
  public void complete(ObjectNode object) {
    ObjectNode spec = KubeJson.child(object, "spec");
    ObjectNode names = KubeJson.child(spec, "names");
    String kind = names.path("kind").asText();
    if (!names.hasNonNull("singular")) {
      names.put("singular", kind.toLowerCase(Locale.ROOT));
    }
    if (!names.hasNonNull("listKind")) {
      names.put("listKind", kind + "List");
    }
    if (!spec.has("conversion")) {
      spec.putObject("conversion").put("strategy", "None");
    }
  }

  @Override
  public void onCreate(ObjectNode object) {
    Metadata.of(object).addFinalizer(CLEANUP);
    accept(object, object.putObject("status"));
  }

  @Override
  public void onUpdate(ObjectNode before, ObjectNode next) {
    ObjectNode status = KubeJson.child(next, "status");
    accept(next, status);
  }

  @Override
  public List<FieldError> validate(ObjectNode object, @Nullable ObjectNode before) {
    return DefinitionCheck.check(object, before);
  }

  private static void accept(ObjectNode definition, ObjectNode status) {
    status.set("acceptedNames", definition.at("/spec/names").deepCopy());
    ArrayNode stored =
        status.get("storedVersions") instanceof ArrayNode known
            ? known
            : status.putArray("storedVersions");
    for (JsonNode version : definition.at("/spec/versions")) {
      if (version.path("storage").asBoolean() && !contains(stored, version.path("name"))) {
        stored.add(version.path("name").asText());
      }
    }
    if (!status.has("conditions")) {
      ArrayNode conditions = status.putArray("conditions");
      condition(conditions, "NamesAccepted", "NoConflicts", "no conflicts found");
      condition(
          conditions,
          "Established",
          "InitialNamesAccepted",
          "the initial names have been accepted");
    }
  }

  private static boolean contains(ArrayNode array, JsonNode value) {
    for (JsonNode item : array) {
      if (item.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static void condition(ArrayNode into, String type, String reason, String message) {
    into.addObject()
        .put("type", type)
        .put("status", "True")
        .put("lastTransitionTime", Metadata.timestamp(Instant.now()))
        .put("reason", reason)
        .put("message", message);
  }
}
