package social.greenroom.helm.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import social.greenroom.helm.render.Chart;

/**
 * Who reaches whom under the policies among the objects, as a network plugin works it out. Ranges
 * of addresses are taken for what lies outside of the cluster.
 */
public record Network(List<JsonNode> objects) {
  /** True where one side lets it out and the other lets it in. */
  public boolean opens(PodView from, PodView to, int port) {
    return lets(from, "Egress", "egress", "to", to, to, port)
        && lets(to, "Ingress", "ingress", "from", from, to, port);
  }

  /** The policies that select pods of the namespace with these labels. */
  public List<JsonNode> selecting(PodView pod) {
    return Chart.ofKind(objects, "NetworkPolicy").stream()
        .filter(policy -> namespace(policy).equals(pod.namespace()))
        .filter(policy -> Selector.selects(policy.path("spec").path("podSelector"), pod.labels()))
        .toList();
  }

  private boolean lets(
      PodView pod,
      String type,
      String rules,
      String peers,
      PodView other,
      PodView target,
      int port) {
    var policies =
        selecting(pod).stream()
            .filter(policy -> policy.path("spec").path("policyTypes").toString().contains(type))
            .toList();
    for (var policy : policies) {
      for (var rule : policy.path("spec").path(rules)) {
        if (isPeer(rule.path(peers), namespace(policy), other)
            && isPort(rule.path("ports"), target, port)) {
          return true;
        }
      }
    }
    return policies.isEmpty();
  }

  private static boolean isPeer(JsonNode peers, String namespace, PodView pod) {
    if (peers.isEmpty()) {
      return true;
    }
    for (var peer : peers) {
      var place =
          peer.has("namespaceSelector")
              ? Selector.selects(peer.path("namespaceSelector"), pod.namespaceLabels())
              : namespace.equals(pod.namespace());
      if (!peer.has("ipBlock")
          && place
          && Selector.selects(peer.path("podSelector"), pod.labels())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPort(JsonNode ports, PodView target, int port) {
    if (ports.isEmpty()) {
      return true;
    }
    for (var one : ports) {
      var named = one.path("port");
      var number = named.isInt() ? named.asInt() : target.ports().getOrDefault(named.asText(), -1);
      if (number == port && one.path("protocol").asText("TCP").equals("TCP")) {
        return true;
      }
    }
    return false;
  }

  private static String namespace(JsonNode policy) {
    return policy.path("metadata").path("namespace").asText(Chart.NAMESPACE);
  }
}
