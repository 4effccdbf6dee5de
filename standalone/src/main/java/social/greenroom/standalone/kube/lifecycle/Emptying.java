package social.greenroom.standalone.kube.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import social.greenroom.standalone.kube.object.KubeJson;
import social.greenroom.standalone.kube.object.Metadata;
import social.greenroom.standalone.kube.resource.BuiltinTypes;
import social.greenroom.standalone.kube.resource.DefinitionRules;
import social.greenroom.standalone.kube.storage.Change;
import social.greenroom.standalone.kube.storage.ChangeType;
import social.greenroom.standalone.kube.storage.ObjectStore;
import social.greenroom.standalone.kube.storage.StoredObject;

/**
 * Namespaces and definitions that are deleted take their objects along, and go when the last has
 * gone.
 */
final class Emptying {

  private final ObjectStore store;
  private final Housekeeping housekeeping;

  Emptying(ObjectStore store, Housekeeping housekeeping) {
    this.store = store;
    this.housekeeping = housekeeping;
  }

  void changed(Change change) {
    StoredObject object = change.object();
    if (change.type() != ChangeType.DELETED) {
      examine(object);
      return;
    }
    for (StoredObject holder : going()) {
      if (holds(holder, object)) {
        examine(holder);
      }
    }
  }

  void examine(StoredObject object) {
    if (!object.terminating() || !isHolder(object)) {
      return;
    }
    contents(object).forEach(housekeeping::delete);
    if (contents(object).isEmpty()) {
      housekeeping.change(object.key(), o -> released(object, o));
    }
  }

  private List<StoredObject> going() {
    List<StoredObject> going = new ArrayList<>(store.ofResource(BuiltinTypes.NAMESPACES));
    going.addAll(store.ofResource(BuiltinTypes.DEFINITIONS));
    going.removeIf(h -> !h.terminating());
    return going;
  }

  private List<StoredObject> contents(StoredObject holder) {
    if (isNamespace(holder)) {
      return store.all().objects().stream().filter(o -> holds(holder, o)).toList();
    }
    return store.ofResource(holder.key().name());
  }

  private static boolean holds(StoredObject holder, StoredObject object) {
    String name = holder.key().name();
    return isNamespace(holder)
        ? object.key().namespace().equals(name)
        : object.key().resource().equals(name);
  }

  private static boolean isHolder(StoredObject object) {
    return isNamespace(object) || object.key().resource().equals(BuiltinTypes.DEFINITIONS);
  }

  private static boolean isNamespace(StoredObject object) {
    return object.key().resource().equals(BuiltinTypes.NAMESPACES);
  }

  private static ObjectNode released(StoredObject holder, ObjectNode object) {
    if (isNamespace(holder)) {
      KubeJson.child(object, "spec").remove("finalizers");
    } else {
      Metadata.of(object).removeFinalizer(DefinitionRules.CLEANUP);
    }
    return object;
  }
}
