package social.greenroom.standalone.kube.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import social.greenroom.standalone.kube.object.KubeJson;
import social.greenroom.standalone.kube.object.Metadata;
import social.greenroom.standalone.kube.object.ObjectKey;
import social.greenroom.standalone.kube.object.OwnerReference;
import social.greenroom.standalone.kube.storage.Change;
import social.greenroom.standalone.kube.storage.ChangeType;
import social.greenroom.standalone.kube.storage.ObjectStore;
import social.greenroom.standalone.kube.storage.StoredObject;
import social.greenroom.standalone.kube.verb.Deletion;

/**
 * Deletes objects whose owners are all gone, and does what owners ask to happen to their
 * dependants.
 */
final class GarbageCollector {

  private final ObjectStore store;
  private final Housekeeping housekeeping;
  private final Map<String, ObjectKey> present = new HashMap<>();
  private final Map<String, Set<ObjectKey>> dependants = new HashMap<>();

  GarbageCollector(ObjectStore store, Housekeeping housekeeping) {
    this.store = store;
    this.housekeeping = housekeeping;
  }

  /** Remembers an object before anything is decided. */
  void learn(StoredObject object) {
    present.put(object.uid(), object.key());
    for (OwnerReference owner : object.owners()) {
      dependants.computeIfAbsent(owner.uid(), u -> new HashSet<>()).add(object.key());
    }
  }

  void changed(Change change) {
    StoredObject object = change.object();
    if (change.type() == ChangeType.DELETED) {
      present.remove(object.uid());
      object.owners().forEach(owner -> forget(owner, object.key()));
      dependantsOf(object.uid()).forEach(this::collect);
      dependants.remove(object.uid());
      object.owners().forEach(owner -> examineOwner(owner.uid()));
    } else {
      learn(object);
      examine(object);
    }
  }

  /** Deletes an object without owners, and lets one that waits for its dependants go on. */
  void examine(StoredObject seen) {
    StoredObject object = store.get(seen.key());
    if (object == null || !object.uid().equals(seen.uid())) {
      return;
    }
    if (object.terminating()) {
      propagate(object);
    }
    collect(object);
  }

  private void examineOwner(String uid) {
    ObjectKey key = present.get(uid);
    StoredObject owner = key == null ? null : store.get(key);
    if (owner != null && owner.terminating()) {
      propagate(owner);
    }
  }

  private void collect(StoredObject object) {
    boolean orphaned =
        !object.owners().isEmpty()
            && object.owners().stream().noneMatch(o -> present.containsKey(o.uid()));
    if (orphaned) {
      housekeeping.delete(object);
    }
  }

  private void propagate(StoredObject owner) {
    List<String> finalizers = Metadata.of(owner.object()).finalizers();
    List<StoredObject> theirs = dependantsOf(owner.uid());
    if (finalizers.contains(Deletion.ORPHAN)) {
      theirs.forEach(d -> housekeeping.change(d.key(), o -> withoutOwner(o, owner.uid())));
      housekeeping.change(owner.key(), o -> withoutFinalizer(o, Deletion.ORPHAN));
    } else if (finalizers.contains(Deletion.FOREGROUND)) {
      theirs.forEach(housekeeping::delete);
      boolean blocked = dependantsOf(owner.uid()).stream().anyMatch(d -> blocks(d, owner.uid()));
      if (!blocked) {
        housekeeping.change(owner.key(), o -> withoutFinalizer(o, Deletion.FOREGROUND));
      }
    }
  }

  private static boolean blocks(StoredObject dependant, String owner) {
    return dependant.owners().stream().anyMatch(o -> o.uid().equals(owner) && o.blocksDeletion());
  }

  private void forget(OwnerReference owner, ObjectKey dependant) {
    Set<ObjectKey> theirs = dependants.get(owner.uid());
    if (theirs != null) {
      theirs.remove(dependant);
    }
  }

  private List<StoredObject> dependantsOf(String uid) {
    List<StoredObject> found = new ArrayList<>();
    for (ObjectKey key : dependants.getOrDefault(uid, Set.of())) {
      StoredObject object = store.get(key);
      if (object != null && object.owners().stream().anyMatch(o -> o.uid().equals(uid))) {
        found.add(object);
      }
    }
    return found;
  }

  private static ObjectNode withoutFinalizer(ObjectNode object, String finalizer) {
    Metadata.of(object).removeFinalizer(finalizer);
    return object;
  }

  private static ObjectNode withoutOwner(ObjectNode object, String uid) {
    ArrayNode left = KubeJson.array();
    for (JsonNode owner : object.at("/metadata/ownerReferences")) {
      if (!owner.path("uid").asText().equals(uid)) {
        left.add(owner);
      }
    }
    ObjectNode metadata = Metadata.of(object).node();
    metadata.remove("ownerReferences");
    if (!left.isEmpty()) {
      metadata.set("ownerReferences", left);
    }
    return object;
  }
}
