package social.greenroom.standalone.kube.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.object.ObjectKey;
import social.greenroom.standalone.kube.resource.ResourceCatalog;
import social.greenroom.standalone.kube.resource.ResourceType;
import social.greenroom.standalone.kube.storage.ObjectStore;
import social.greenroom.standalone.kube.storage.StoredObject;
import social.greenroom.standalone.kube.storage.Write;
import social.greenroom.standalone.kube.verb.DeleteOptions;
import social.greenroom.standalone.kube.verb.Deletion;
import social.greenroom.standalone.kube.verb.Revision;
import social.greenroom.standalone.kube.verb.Target;

/** How upkeep writes: it deletes as a client does, and changes what clients can't. */
final class Housekeeping {

  private final ObjectStore store;
  private final ResourceCatalog catalog;
  private final Deletion deletion;

  Housekeeping(ObjectStore store, ResourceCatalog catalog) {
    this.store = store;
    this.catalog = catalog;
    this.deletion = new Deletion(store);
  }

  /** Deletes an object if it is still the one with this uid. */
  void delete(StoredObject object) {
    if (object.terminating()) {
      return;
    }
    ObjectKey key = object.key();
    for (ResourceType type : catalog.storedTypes()) {
      if (type.stored().equals(key.resource())) {
        Target target = new Target(type, key.namespace(), key.name(), "");
        try {
          deletion.delete(target, new DeleteOptions("Background", object.uid(), "", false));
        } catch (ApiException e) {
          if (e.code() != 404 && e.code() != 409) {
            throw e;
          }
        }
        return;
      }
    }
  }

  /** Changes an object; removes it when it is being deleted and nothing keeps it any more. */
  void change(ObjectKey key, UnaryOperator<ObjectNode> change) {
    while (true) {
      StoredObject current = store.get(key);
      if (current == null) {
        return;
      }
      ObjectNode next = change.apply(current.object());
      if (next.equals(current.object())) {
        return;
      }
      boolean finished =
          catalog.storedTypes().stream()
              .filter(t -> t.stored().equals(key.resource()))
              .anyMatch(t -> Revision.isFinished(t, next));
      Write write =
          finished
              ? Write.remove(key, current.version(), next)
              : Write.replace(key, current.version(), next);
      if (store.write(write).isPresent()) {
        return;
      }
    }
  }
}
