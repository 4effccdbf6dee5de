package social.greenroom.standalone.kube.verb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.object.FieldError;
import social.greenroom.standalone.kube.object.Metadata;
import social.greenroom.standalone.kube.resource.ResourceType;

/**
 * What holds whenever an object is changed: what stays the server's, what counts as a new
 * generation.
 */
public final class Revision {

  private static final List<String> OF_SERVER =
      List.of(
          "uid",
          "creationTimestamp",
          "deletionTimestamp",
          "deletionGracePeriodSeconds",
          "generation",
          "resourceVersion");

  private Revision() {}

  /** Brings the wanted object into the shape in which it may follow the present one. */
  static ObjectNode prepare(Target target, ObjectNode present, ObjectNode wanted) {
    ResourceType type = target.type();
    ObjectNode next = target.isStatus() ? statusOf(present, wanted) : wanted;
    Metadata now = Metadata.of(present);
    Metadata then = Metadata.of(next);
    OF_SERVER.forEach(field -> then.copy(now, field));
    if (!target.isStatus()) {
      if (type.traits().statusSubresource()) {
        restoreStatus(present, next);
      }
      type.rules().complete(next);
      type.rules().onUpdate(present, next);
      if (type.traits().countsGenerations() && intentDiffers(present, next)) {
        then.node().put("generation", now.generation() + 1);
      }
    } else {
      type.rules().complete(next);
    }
    return next;
  }

  static void validate(Target target, ObjectNode present, ObjectNode next) {
    ResourceType type = target.type();
    List<FieldError> errors = new ArrayList<>(ObjectNames.check(type, next));
    errors.addAll(newFinalizers(present, next));
    errors.addAll(type.rules().validate(next, present));
    if (!errors.isEmpty()) {
      throw ApiException.invalid(type.names().groupKind(), target.name(), errors);
    }
  }

  /** Whether an object that is being deleted has nothing left that keeps it. */
  public static boolean isFinished(ResourceType type, ObjectNode object) {
    Metadata metadata = Metadata.of(object);
    return metadata.terminating()
        && metadata.finalizers().isEmpty()
        && !type.rules().isHeld(object);
  }

  private static ObjectNode statusOf(ObjectNode present, ObjectNode wanted) {
    ObjectNode next = present.deepCopy();
    JsonNode status = wanted.get("status");
    if (status == null) {
      next.remove("status");
    } else {
      next.set("status", status);
    }
    Metadata.of(next).copy(Metadata.of(wanted), "managedFields");
    return next;
  }

  private static void restoreStatus(ObjectNode present, ObjectNode next) {
    JsonNode status = present.get("status");
    if (status == null) {
      next.remove("status");
    } else {
      next.set("status", status.deepCopy());
    }
  }

  private static boolean intentDiffers(ObjectNode present, ObjectNode next) {
    return !intent(present).equals(intent(next));
  }

  private static ObjectNode intent(ObjectNode object) {
    ObjectNode intent = object.deepCopy();
    intent.remove(List.of("apiVersion", "kind", "metadata", "status"));
    return intent;
  }

  private static List<FieldError> newFinalizers(ObjectNode present, ObjectNode next) {
    Metadata now = Metadata.of(present);
    if (!now.terminating()) {
      return List.of();
    }
    List<String> added = new ArrayList<>(Metadata.of(next).finalizers());
    added.removeAll(now.finalizers());
    if (added.isEmpty()) {
      return List.of();
    }
    String names = String.join(", ", added.stream().map(f -> "\"" + f + "\"").toList());
    return List.of(
        FieldError.forbidden(
            "metadata.finalizers",
            "no new finalizers can be added if the object is being deleted, found new finalizers"
                + " []string{"
                + names
                + "}"));
  }
}
