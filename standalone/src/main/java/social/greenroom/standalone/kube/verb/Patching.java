package social.greenroom.standalone.kube.verb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import social.greenroom.standalone.kube.apply.FieldManager;
import social.greenroom.standalone.kube.apply.Manager;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.object.FieldError;
import social.greenroom.standalone.kube.object.KubeJson;
import social.greenroom.standalone.kube.object.Metadata;
import social.greenroom.standalone.kube.resource.ResourceType;
import social.greenroom.standalone.kube.storage.ObjectStore;
import social.greenroom.standalone.kube.verb.WriteOptions.FieldValidation;

/** Patches objects, and applies configurations to them. */
public final class Patching {

  private final ObjectStore store;
  private final Creation creation;
  private final Update update;

  public Patching(ObjectStore store, Creation creation, Update update) {
    this.store = store;
    this.creation = creation;
    this.update = update;
  }

  /**
   * Patches the object; an apply makes it where there is none.
   *
   * @throws ApiException as {@link Update#replace}, and 400 or 422 when the patch can't be applied
   */
  public Written patch(Target target, PatchType patchType, JsonNode patch, WriteOptions options) {
    if (patchType == PatchType.APPLY) {
      return apply(target, PatchType.requireObject(patch), options);
    }
    if (patchType == PatchType.STRATEGIC && target.type().traits().custom()) {
      throw ApiException.unsupportedMediaType(
          "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml");
    }
    ResourceType type = target.type();
    List<String> warnings = new ArrayList<>();
    Manager manager = Manager.updating(options.fieldManager(), target.subresource());
    return update.change(
        target,
        manager,
        options.dryRun(),
        warnings,
        present -> {
          String version = Metadata.of(present).resourceVersion();
          ObjectNode next = patchType.apply(type.schema(), present, patch);
          IncomingObject.requireType(type, next);
          IncomingObject.requireSamePlace(target, next);
          warnings.addAll(checkPatched(target, patch, next, options));
          forgetVersion(next, version);
          return next;
        });
  }

  private Written apply(Target target, ObjectNode configuration, WriteOptions options) {
    ResourceType type = target.type();
    requireApplicable(configuration, options);
    IncomingObject.requireType(type, configuration);
    IncomingObject.requireSamePlace(target, configuration);
    List<String> warnings = IncomingObject.checkFields(type, configuration, options);
    FieldManager fields = type.fieldManager();
    Manager manager = Manager.applying(options.fieldManager(), target.subresource());
    while (true) {
      if (store.get(target.key()) != null) {
        return update.change(
            target,
            manager,
            options.dryRun(),
            warnings,
            present -> {
              ObjectNode next = fields.apply(present, configuration, manager, options.force());
              askVersion(configuration, next);
              return next;
            });
      }
      if (target.isStatus()) {
        throw target.notFound();
      }
      // A version is asked of an object that is there, and ignored when there is none: clients send
      // one to say "only if it doesn't exist".
      ObjectNode fresh = fields.apply(null, configuration, manager, options.force());
      try {
        ObjectNode created = creation.create(target, fresh, manager, options.dryRun());
        return new Written(created, true, warnings);
      } catch (ApiException e) {
        if (!e.reason().equals("AlreadyExists")) {
          throw e;
        }
      }
    }
  }

  private static void requireApplicable(ObjectNode configuration, WriteOptions options) {
    if (options.fieldManager().isEmpty()) {
      throw ApiException.badRequest(
          "PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: is required for"
              + " apply patch");
    }
    if (!configuration.at("/metadata/managedFields").isEmpty()) {
      throw ApiException.badRequest("metadata.managedFields must be nil");
    }
  }

  /** A version in the configuration must be the present one. */
  private static void askVersion(ObjectNode configuration, ObjectNode next) {
    String asked = Metadata.of(configuration).resourceVersion();
    if (asked.isEmpty()) {
      Metadata.of(next).node().remove("resourceVersion");
    } else {
      Metadata.of(next).node().put("resourceVersion", asked);
    }
    String uid = Metadata.of(configuration).uid();
    if (!uid.isEmpty()) {
      Metadata.of(next).node().put("uid", uid);
    }
  }

  /** A patch that doesn't name a version is for any version. */
  private static void forgetVersion(ObjectNode next, String present) {
    Metadata metadata = Metadata.of(next);
    if (metadata.resourceVersion().equals(present)) {
      metadata.node().remove("resourceVersion");
    }
  }

  private static List<String> checkPatched(
      Target target, JsonNode patch, ObjectNode next, WriteOptions options) {
    List<String> unknown = IncomingObject.unknownFields(target.type(), next, options);
    if (!unknown.isEmpty() && options.validation() == FieldValidation.STRICT) {
      FieldError error =
          FieldError.invalid(
              "patch",
              TextNode.valueOf(KubeJson.text(patch)),
              "strict decoding error: " + String.join(", ", unknown));
      throw ApiException.invalid(target.type().names().groupKind(), "", List.of(error));
    }
    return unknown;
  }
}
