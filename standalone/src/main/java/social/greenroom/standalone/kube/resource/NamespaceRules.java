package social.greenroom.standalone.kube.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import social.greenroom.standalone.kube.object.KubeJson;
import social.greenroom.standalone.kube.object.Metadata;

/** A namespace carries its name as a label, and stays until its contents are gone. */
final class NamespaceRules implements TypeRules {

  @Override
  public void complete(ObjectNode object) {
    ObjectNode labels = KubeJson.child(Metadata.of(object).node(), "labels");
    labels.put("kubernetes.io/metadata.name", Metadata.of(object).name());
  }

  @Override
  public void onCreate(ObjectNode object) {
    KubeJson.child(object, "spec").putArray("finalizers").add("kubernetes");
    object.putObject("status").put("phase", "Active");
  }

  @Override
  public void onUpdate(ObjectNode before, ObjectNode next) {
    next.set("spec", before.path("spec"));
  }

  @Override
  public boolean isHeld(ObjectNode object) {
    return !object.at("/spec/finalizers").isEmpty();
  }
}
