package social.greenroom.standalone.operatortests;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import social.greenroom.standalone.kubeapi.AuditLog;
import social.greenroom.standalone.kubeapi.AuditLog.Call;

/**
 * What the operators of this run asked of their Kubernetes APIs, by the APIs' audit logs. The tests
 * of a run are spread over processes: each leaves what it saw in the run's folder.
 */
final class OperatorCalls {
  private static final ObjectMapper JSON = new ObjectMapper();

  private OperatorCalls() {}

  /**
   * Keeps what the operator asked. Nobody may do anything in a namespace that is gone, since the
   * operator's binding went with it: being refused there is no lack of a permission.
   */
  static void remember(AuditLog log, KubernetesClient client) throws IOException {
    var present =
        client.namespaces().list().getItems().stream()
            .filter(namespace -> !isGoing(namespace))
            .map(namespace -> namespace.getMetadata().getName())
            .collect(Collectors.toSet());
    var calls =
        log.of(ChartRoles.USER).stream()
            .filter(call -> call.namespace().isEmpty() || present.contains(call.namespace()))
            .collect(Collectors.toSet());
    JSON.writeValue(Files.createTempFile(folder(), "calls-", ".json").toFile(), calls);
  }

  static Set<Call> all() throws IOException {
    var all = new HashSet<Call>();
    try (var files = Files.newDirectoryStream(folder(), "calls-*.json")) {
      for (var file : files) {
        all.addAll(Set.of(JSON.readValue(file.toFile(), Call[].class)));
      }
    }
    return all;
  }

  private static Path folder() throws IOException {
    return Files.createDirectories(Path.of(System.getProperty("greenroom.test.calls")));
  }

  private static boolean isGoing(Namespace namespace) {
    return namespace.getMetadata().getDeletionTimestamp() != null;
  }
}
