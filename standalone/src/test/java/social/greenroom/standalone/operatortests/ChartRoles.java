package social.greenroom.standalone.operatortests;

import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the chart grants the operator, with its account: installed before the operator starts, as
 * Helm does, and in a tenant's namespace when that one is made.
 */
final class ChartRoles {
  static final String ACCOUNT = "greenroom-operator";
  static final String USER =
      "system:serviceaccount:%s:%s".formatted(OperatorWorld.OWN_NAMESPACE, ACCOUNT);

  private static final Path VALUES = Path.of("src/test/resources/chart/operator-tests.yaml");
  private static final Set<String> KINDS =
      Set.of("ServiceAccount", "Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding");
  private static String rendered;

  private final KubernetesClient client;

  ChartRoles(KubernetesClient client) {
    this.client = client;
  }

  /** Installs what isn't in a tenant's namespace; returns a token of the operator's account. */
  String install() {
    objects()
        .filter(object -> !isOfTenant(object))
        .forEach(object -> client.resource(object).serverSideApply());
    return client
        .serviceAccounts()
        .inNamespace(OperatorWorld.OWN_NAMESPACE)
        .withName(ACCOUNT)
        .tokenRequest(
            new TokenRequestBuilder()
                .withNewSpec()
                .withExpirationSeconds(86_400L)
                .endSpec()
                .build())
        .getStatus()
        .getToken();
  }

  /** Lets the operator into that namespace, if it is a tenant's. */
  void enter(String namespace) {
    objects()
        .filter(ChartRoles::isOfTenant)
        .filter(object -> object.getMetadata().getNamespace().equals(namespace))
        .forEach(object -> client.resource(object).serverSideApply());
  }

  /** What let the operator into that namespace goes. */
  void leave(String namespace) {
    objects()
        .filter(ChartRoles::isOfTenant)
        .filter(object -> object.getMetadata().getNamespace().equals(namespace))
        .forEach(object -> client.resource(object).delete());
  }

  /** Every permission that the chart grants. */
  static Set<Grant> granted() {
    return objects()
        .filter(object -> Set.of("Role", "ClusterRole").contains(object.getKind()))
        .flatMap(role -> Grant.of(role).stream())
        .collect(Collectors.toSet());
  }

  private static Stream<HasMetadata> objects() {
    List<HasMetadata> all = Serialization.unmarshal(render());
    return all.stream()
        .filter(object -> KINDS.contains(object.getKind()))
        .filter(object -> object.getMetadata().getName().startsWith(ACCOUNT))
        .peek(ChartRoles::complete);
  }

  /** Helm puts what names no namespace into the release's. */
  private static void complete(HasMetadata object) {
    if (!object.getKind().startsWith("Cluster") && object.getMetadata().getNamespace() == null) {
      object.getMetadata().setNamespace(OperatorWorld.OWN_NAMESPACE);
    }
  }

  private static boolean isOfTenant(HasMetadata object) {
    return object.getKind().equals("RoleBinding")
        && !object.getMetadata().getNamespace().equals(OperatorWorld.OWN_NAMESPACE);
  }

  private static synchronized String render() {
    if (rendered == null) {
      rendered =
          new Helm(Path.of("../helm/greenroom"))
              .template()
              .withName("greenroom")
              .withNamespace(OperatorWorld.OWN_NAMESPACE)
              .withKubeVersion("1.33.0")
              .withValuesFile(VALUES)
              .call();
    }
    return rendered;
  }
}
