package social.greenroom.standalone.kube.verb;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import social.greenroom.standalone.kube.apply.Manager;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.object.FieldError;
import social.greenroom.standalone.kube.object.GroupResource;
import social.greenroom.standalone.kube.object.Metadata;
import social.greenroom.standalone.kube.resource.ResourceType;
import social.greenroom.standalone.kube.storage.ObjectStore;
import social.greenroom.standalone.kube.storage.StoredObject;
import social.greenroom.standalone.kube.storage.Write;

/** Replaces objects by their next version, however that is made. */
public final class Update {

  private final ObjectStore store;

  public Update(ObjectStore store) {
    this.store = store;
  }

  /**
   * Replaces the object by the one that a client sent.
   *
   * @throws ApiException 404 when there is none, 409 when it is not the version the client changed,
   *     422 when invalid
   */
  public Written replace(Target target, ObjectNode sent, WriteOptions options) {
    ResourceType type = target.type();
    IncomingObject.requireType(type, sent);
    IncomingObject.requireSamePlace(target, sent);
    List<String> warnings = IncomingObject.checkFields(type, sent, options);
    if (type.traits().custom() && Metadata.of(sent).resourceVersion().isEmpty()) {
      throw ApiException.invalid(
          type.names().groupKind(),
          target.name(),
          List.of(
              FieldError.invalid(
                  "metadata.resourceVersion",
                  IntNode.valueOf(0),
                  "must be specified for an update")));
    }
    Manager manager = Manager.updating(options.fieldManager(), target.subresource());
    return change(target, manager, options.dryRun(), warnings, present -> sent.deepCopy());
  }

  /**
   * Changes the object as it then is; tries again when it changes meanwhile, unless the change
   * names a version.
   */
  Written change(
      Target target, Manager manager, boolean dryRun, List<String> warnings, Change change) {
    ResourceType type = target.type();
    while (true) {
      StoredObject current = store.get(target.key());
      if (current == null) {
        throw target.notFound();
      }
      ObjectNode present = current.object();
      ObjectNode wanted = change.next(type.shown(current.object()));
      requireSameVersion(target, current, Metadata.of(wanted));
      ObjectNode stored = type.view().form().toStored(wanted);
      ObjectNode next = Revision.prepare(target, present, stored);
      if (manager.operation().equals("Update")) {
        type.fieldManager().changed(present, next, manager);
      }
      boolean unchanged = next.equals(present);
      if (!unchanged) {
        Revision.validate(target, present, next);
      }
      List<String> all = new ArrayList<>(warnings);
      if (dryRun || unchanged) {
        return new Written(next, false, all);
      }
      Write write =
          Revision.isFinished(type, next)
              ? Write.remove(target.key(), current.version(), next)
              : Write.replace(target.key(), current.version(), next);
      Optional<StoredObject> written = store.write(write);
      if (written.isPresent()) {
        return new Written(next, false, all);
      }
    }
  }

  private static void requireSameVersion(Target target, StoredObject current, Metadata wanted) {
    String version = wanted.resourceVersion();
    if (!version.isEmpty() && !version.equals(Long.toString(current.version()))) {
      throw target.stale();
    }
    String uid = wanted.uid();
    if (!uid.isEmpty() && !uid.equals(current.uid())) {
      GroupResource resource = target.type().names().groupResource();
      throw ApiException.conflict(
          resource,
          target.name(),
          "Precondition failed: UID in precondition: "
              + uid
              + ", UID in object meta: "
              + current.uid());
    }
  }
}
