package social.greenroom.standalone.kube.lifecycle;

import social.greenroom.standalone.kube.resource.BuiltinTypes;
import social.greenroom.standalone.kube.resource.CustomTypes;
import social.greenroom.standalone.kube.resource.ResourceCatalog;
import social.greenroom.standalone.kube.storage.Change;
import social.greenroom.standalone.kube.storage.ChangeType;
import social.greenroom.standalone.kube.storage.ObjectStore;
import social.greenroom.standalone.kube.storage.StoredObject;

/**
 * Serves what custom resource definitions define: those that are there, and every change before it
 * is answered.
 */
public final class Definitions {

  private Definitions() {}

  public static void serve(ObjectStore store, ResourceCatalog catalog) {
    store.ofResource(BuiltinTypes.DEFINITIONS).forEach(d -> define(d, catalog));
    store.subscribe(BuiltinTypes.DEFINITIONS, store.version(), change -> changed(change, catalog));
  }

  private static void changed(Change change, ResourceCatalog catalog) {
    if (change.type() == ChangeType.DELETED) {
      catalog.forget(change.object().key().name());
    } else {
      define(change.object(), catalog);
    }
  }

  private static void define(StoredObject definition, ResourceCatalog catalog) {
    catalog.define(definition.key().name(), CustomTypes.of(definition.object()));
  }
}
