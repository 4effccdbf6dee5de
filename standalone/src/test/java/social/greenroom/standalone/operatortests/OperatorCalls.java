package social.greenroom.standalone.operatortests;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import social.greenroom.standalone.kubeapi.AuditLog;
import social.greenroom.standalone.kubeapi.AuditLog.Call;

/** What the operators of this run asked of their Kubernetes APIs, by the APIs' audit logs. */
final class OperatorCalls {
  private static final Set<Call> ALL = ConcurrentHashMap.newKeySet();

  private OperatorCalls() {}

  /**
   * Remembers what the operator asked. Nobody may do anything in a namespace that is gone, since
   * the operator's binding went with it: being refused there is no lack of a permission.
   */
  static void remember(AuditLog log, KubernetesClient client) throws IOException {
    var present =
        client.namespaces().list().getItems().stream()
            .filter(namespace -> !isGoing(namespace))
            .map(namespace -> namespace.getMetadata().getName())
            .collect(Collectors.toSet());
    log.of(ChartRoles.USER).stream()
        .filter(call -> call.namespace().isEmpty() || present.contains(call.namespace()))
        .forEach(ALL::add);
  }

  static Set<Call> all() {
    return Set.copyOf(ALL);
  }

  private static boolean isGoing(Namespace namespace) {
    return namespace.getMetadata().getDeletionTimestamp() != null;
  }
}
