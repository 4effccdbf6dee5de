package social.greenroom.standalone.kube.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import social.greenroom.standalone.kube.object.KubeJson;

/** The defaults of a pod template that clients compare against. */
final class PodDefaults {

  private PodDefaults() {}

  static void complete(ObjectNode pod) {
    put(pod, "dnsPolicy", "ClusterFirst");
    put(pod, "schedulerName", "default-scheduler");
    if (!pod.has("terminationGracePeriodSeconds")) {
      pod.put("terminationGracePeriodSeconds", 30);
    }
    KubeJson.child(pod, "securityContext");
    for (String list : new String[] {"containers", "initContainers"}) {
      for (JsonNode container : pod.path(list)) {
        if (container instanceof ObjectNode object) {
          completeContainer(object);
        }
      }
    }
  }

  private static void completeContainer(ObjectNode container) {
    String image = container.path("image").asText();
    boolean latest = !image.contains("@") && (image.endsWith(":latest") || !image.contains(":"));
    put(container, "imagePullPolicy", latest ? "Always" : "IfNotPresent");
    put(container, "terminationMessagePath", "/dev/termination-log");
    put(container, "terminationMessagePolicy", "File");
    KubeJson.child(container, "resources");
    for (JsonNode port : container.path("ports")) {
      if (port instanceof ObjectNode object) {
        put(object, "protocol", "TCP");
      }
    }
  }

  private static void put(ObjectNode node, String field, String value) {
    if (!node.hasNonNull(field)) {
      node.put(field, value);
    }
  }
}
