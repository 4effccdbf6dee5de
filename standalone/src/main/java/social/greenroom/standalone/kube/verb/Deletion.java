package social.greenroom.standalone.kube.verb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.object.KubeJson;
import social.greenroom.standalone.kube.object.Metadata;
import social.greenroom.standalone.kube.resource.BuiltinTypes;
import social.greenroom.standalone.kube.resource.ResourceType;
import social.greenroom.standalone.kube.storage.ObjectStore;
import social.greenroom.standalone.kube.storage.StoredObject;
import social.greenroom.standalone.kube.storage.Write;

/** Deletes objects: at once, or when the last finalizer goes. */
public final class Deletion {

  /** Finalizers by which a client asks for its kind of propagation. */
  public static final String FOREGROUND = "foregroundDeletion";

  public static final String ORPHAN = "orphan";

  private static final Set<String> LASTING = Set.of("default", "kube-system");

  private final ObjectStore store;

  public Deletion(ObjectStore store) {
    this.store = store;
  }

  /**
   * Deletes, or begins to.
   *
   * @return the object as it was last, or with its deletion timestamp when something keeps it
   * @throws ApiException 404 when there is none, 409 when a precondition doesn't hold
   */
  public Deleted delete(Target target, DeleteOptions options) {
    ResourceType type = target.type();
    if (type.stored().equals(BuiltinTypes.NAMESPACES) && LASTING.contains(target.name())) {
      throw ApiException.forbidden(
          "namespaces \"" + target.name() + "\" is forbidden: this namespace may not be deleted");
    }
    while (true) {
      StoredObject current = store.get(target.key());
      if (current == null) {
        throw target.notFound();
      }
      requirePreconditions(target, current, options);
      ObjectNode present = current.object();
      ObjectNode next = marked(target, present, options);
      boolean gone = Revision.isFinished(type, next);
      if (options.dryRun() || next.equals(present)) {
        return new Deleted(next, gone);
      }
      if (gone && !current.terminating()) {
        next = present;
      }
      Write write =
          gone
              ? Write.remove(target.key(), current.version(), next)
              : Write.replace(target.key(), current.version(), next);
      Optional<StoredObject> written = store.write(write);
      if (written.isPresent()) {
        return new Deleted(next, gone);
      }
    }
  }

  /**
   * What a deletion came to.
   *
   * @param object in its stored form
   */
  public record Deleted(ObjectNode object, boolean gone) {}

  private static ObjectNode marked(Target target, ObjectNode present, DeleteOptions options) {
    ObjectNode next = present.deepCopy();
    Metadata metadata = Metadata.of(next);
    if (!metadata.terminating()) {
      metadata.node().put("deletionTimestamp", Metadata.timestamp(Instant.now()));
      metadata.node().put("deletionGracePeriodSeconds", 0);
      if (metadata.generation() > 0) {
        metadata.node().put("generation", metadata.generation() + 1);
      }
    }
    switch (options.propagation()) {
      case "Foreground" -> metadata.addFinalizer(FOREGROUND);
      case "Orphan" -> metadata.addFinalizer(ORPHAN);
      default -> {}
    }
    if (target.type().stored().equals(BuiltinTypes.NAMESPACES)) {
      KubeJson.child(next, "status").put("phase", "Terminating");
    }
    return next;
  }

  private static void requirePreconditions(
      Target target, StoredObject current, DeleteOptions options) {
    if (!options.uid().isEmpty() && !options.uid().equals(current.uid())) {
      throw failed(target, "UID", options.uid(), current.uid());
    }
    String version = Long.toString(current.version());
    if (!options.resourceVersion().isEmpty() && !options.resourceVersion().equals(version)) {
      throw failed(target, "ResourceVersion", options.resourceVersion(), version);
    }
  }

  private static ApiException failed(Target target, String what, String wanted, String actual) {
    return ApiException.conflict(
        target.type().names().groupResource(),
        target.name(),
        "Precondition failed: "
            + what
            + " in precondition: "
            + wanted
            + ", "
            + what
            + " in object meta: "
            + actual);
  }
}
