package social.greenroom.standalone.kube.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import social.greenroom.standalone.kube.object.KubeJson;
import social.greenroom.standalone.kube.resource.BuiltinTypes;
import social.greenroom.standalone.kube.resource.ResourceCatalog;
import social.greenroom.standalone.kube.resource.ResourceType;
import social.greenroom.standalone.kube.storage.ObjectStore;
import social.greenroom.standalone.kube.verb.Creation;
import social.greenroom.standalone.kube.verb.Target;
import social.greenroom.standalone.kube.verb.WriteOptions;

/** The namespaces that every cluster has. */
public final class FirstObjects {

  private FirstObjects() {}

  /** Creates those that are missing. */
  public static void create(ObjectStore store, ResourceCatalog catalog, List<String> namespaces) {
    ResourceType type = Objects.requireNonNull(catalog.find("", "v1", BuiltinTypes.NAMESPACES));
    Creation creation = new Creation(store);
    for (String name : namespaces) {
      if (store.get(type.key("", name)) == null) {
        ObjectNode namespace = KubeJson.object();
        namespace.putObject("metadata").put("name", name);
        creation.create(
            new Target(type, "", "", ""), namespace, WriteOptions.internal("kube-apiserver"));
      }
    }
  }
}
