package social.greenroom.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static social.greenroom.helm.check.Selector.labels;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.greenroom.helm.check.Network;
import social.greenroom.helm.check.PodView;
import social.greenroom.helm.check.RestrictedProfile;
import social.greenroom.helm.render.Chart;
import social.greenroom.operator.job.JobKind;

/** Who may reach what, worked out of the policies as a network plugin would. */
class NetworkPolicyTest {
  private static final String DNS = "53";
  private static final String POSTGRESQL = "5432";
  private static final String API_SERVER = "8083";
  private static final String NETWORKS = "443";
  private static final String MODEL_ROUTER = "4000";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "operator; 53 443 5432 6443",
        "api-server; 53 5432",
        "pool; 53 443 5432 8083 8090",
        "migrate; 53 5432",
        "sandbox; ''",
        "rehearsal; 53 5432 8090 http",
      })
  void eachComponentReachesWhatItWorksWith(String component, String ports) {
    var objects = Chart.with("sandbox");
    var pod = maker(objects, component);

    assertThat(
            egress(
                objects,
                Chart.NAMESPACE,
                labels(pod.path("spec").path("template").path("metadata"))))
        .isEqualTo(ports.isEmpty() ? Set.of() : new TreeSet<>(List.of(ports.split(" "))));
  }

  /** By their labels and not by ports alone: where each way leads to, and who comes in by it. */
  @ParameterizedTest
  @CsvSource({
    "sandbox, publish, api-server, 8083, true",
    "sandbox, publish, api-server, 8080, false",
    "sandbox, publish, api-server, 9000, false",
    "sandbox, publish, sandbox, 8090, true",
    "sandbox, publish, pool, 8082, false",
    "sandbox, publish, operator, 8081, false",
    "sandbox, render, api-server, 8083, true",
    "sandbox, render, sandbox, 8090, false",
    "sandbox, guest, api-server, 8083, false",
    "sandbox, pool, api-server, 8083, true",
    "sandbox, pool, api-server, 8080, false",
    "sandbox, pool, sandbox, 8090, true",
    "sandbox, operator, api-server, 8083, false",
    "sandbox, migrate, api-server, 8080, false",
    "sandbox, rehearsal, api-server, 8080, true",
    "sandbox, rehearsal, api-server, 8083, false",
    "sandbox, rehearsal, sandbox, 8090, true",
    "sandbox, stranger, api-server, 8080, true",
    "sandbox, stranger, api-server, 8083, false",
    "sandbox, stranger, sandbox, 8090, false",
    "sandbox, stranger, operator, 8081, true",
    "sandbox, stranger, pool, 8082, true",
    "monitoring, monitoring, operator, 8081, true",
    "monitoring, monitoring, pool, 8082, true",
    "monitoring, monitoring, api-server, 9000, true",
    "monitoring, monitoring, api-server, 8083, false",
    "monitoring, stranger, operator, 8081, false",
    "monitoring, stranger, pool, 8082, false",
    "monitoring, stranger, api-server, 9000, false",
    "ingress, ingress-nginx, api-server, 8080, true",
    "ingress, ingress-nginx, api-server, 8083, false",
    "ingress, stranger, api-server, 8080, false",
  })
  void whoReachesWhom(String values, String from, String to, int port, boolean reached) {
    var objects = Chart.with(values);

    assertThat(new Network(objects).opens(pod(objects, from), pod(objects, to), port))
        .isEqualTo(reached);
  }

  /**
   * A pod of the release, a tenant's Job by its kind, a tenant's pod that is no Job, or others'.
   */
  private static PodView pod(List<JsonNode> objects, String name) {
    return switch (name) {
      case "publish", "render" ->
          PodView.ofTenant(
              "northlight",
              Map.of(
                  "app.kubernetes.io/managed-by",
                  "greenroom-operator",
                  "greenroom.social/job",
                  name));
      case "guest" -> PodView.ofTenant("northlight", Map.of("app", "guest"));
      case "stranger", "monitoring", "ingress-nginx" -> PodView.stranger(name);
      default -> PodView.of(Chart.NAMESPACE, maker(objects, name));
    };
  }

  @Test
  void namesAreLookedUpAtThePortsThatAreGiven() {
    var objects = Chart.with("openshift");
    for (var component : List.of("operator", "api-server", "pool", "migrate")) {
      var labels = labels(maker(objects, component).path("spec").path("template").path("metadata"));
      assertThat(egress(objects, Chart.NAMESPACE, labels))
          .as(component)
          .contains("5353")
          .doesNotContain(DNS);
    }
  }

  @ParameterizedTest
  @EnumSource(JobKind.class)
  void eachKindOfJobReachesWhatItWorksWith(JobKind kind) {
    var expected = new TreeSet<>(Set.of(DNS, API_SERVER));
    switch (kind) {
      case GENERATE -> expected.addAll(Set.of(POSTGRESQL, NETWORKS, MODEL_ROUTER));
      case PUBLISH, CHECK -> expected.addAll(Set.of(POSTGRESQL, NETWORKS));
      case RENDER -> {
        // Nothing else: its uploads may be hostile.
      }
    }

    var labels =
        Map.of(
            "app.kubernetes.io/managed-by",
            "greenroom-operator",
            "greenroom.social/job",
            kind.command());
    assertThat(egress(Chart.with("models-inside"), "northlight", labels)).isEqualTo(expected);
  }

  @Test
  void theCollectorOfTracesIsReachedWhereTheyAreOn() {
    var objects = Chart.with("traces");
    for (var component : List.of("operator", "api-server")) {
      var pod = Chart.find(objects, "Deployment", "greenroom-" + component);
      var labels = labels(pod.path("spec").path("template").path("metadata"));
      assertThat(egress(objects, Chart.NAMESPACE, labels)).as(component).contains("4318");
      assertThat(RestrictedProfile.podSpec(pod).path("containers").path(0).path("env").toString())
          .contains("GREENROOM_TRACING_ENDPOINT", "http://collector.telemetry.svc:4318");
    }
    var job =
        Map.of(
            "app.kubernetes.io/managed-by",
            "greenroom-operator",
            "greenroom.social/job",
            "publish");
    assertThat(egress(objects, "northlight", job)).contains("4318");
  }

  @Test
  void theNetworksAreTheInternetAndNothingPrivate() {
    var policy = Chart.find(Chart.with("tenants"), "NetworkPolicy", "greenroom-networks");
    var targets = policy.path("spec").path("egress").path(0).path("to");

    assertThat(targets).hasSize(2);
    assertThat(targets.path(0).path("ipBlock").path("except").toString())
        .contains("169.254.0.0/16", "10.0.0.0/8", "192.168.0.0/16", "172.16.0.0/12");
  }

  @ParameterizedTest
  @ValueSource(strings = {"person-without-migrations", "person-cloudnativepg"})
  void aPersonIsMadeWhateverMakesTheSchema(String values) {
    var objects = Chart.with(values);
    var job =
        Chart.ofKind(objects, "Job").stream()
            .filter(one -> one.path("metadata").path("name").asText().contains("-person-"))
            .findFirst()
            .orElseThrow();
    var account = RestrictedProfile.podSpec(job).path("serviceAccountName").asText();

    var made = Chart.find(objects, "ServiceAccount", account);
    assertThat(made.path("metadata").has("annotations")).as("of the release, not a hook").isFalse();
    var labels = labels(job.path("spec").path("template").path("metadata"));
    assertThat(egress(objects, Chart.NAMESPACE, labels)).isEqualTo(Set.of(DNS, POSTGRESQL));
    assertThat(RestrictedProfile.podSpec(job).toString())
        .contains("GREENROOM_PERSON_PASSWORD", "ada-password")
        .doesNotContain("print");
  }

  @Test
  void everyPodOfTheReleaseIsUnderAPolicyOfItsOwn() {
    var objects = Chart.with("sandbox");
    assertThat(objects)
        .filteredOn(object -> RestrictedProfile.podSpec(object).has("containers"))
        .isNotEmpty()
        .allSatisfy(
            object ->
                assertThat(
                        selecting(
                            objects,
                            Chart.NAMESPACE,
                            labels(object.path("spec").path("template").path("metadata"))))
                    .as(Chart.title(object))
                    .hasSizeGreaterThanOrEqualTo(2));
  }

  private static JsonNode maker(List<JsonNode> objects, String component) {
    return objects.stream()
        .filter(object -> object.path("spec").path("template").has("spec"))
        .filter(
            object ->
                labels(object.path("metadata"))
                    .getOrDefault("app.kubernetes.io/component", "")
                    .equals(component))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> egress(
      List<JsonNode> objects, String namespace, Map<String, String> labels) {
    var policies = selecting(objects, namespace, labels);
    assertThat(policies).as("without a policy everything may be reached").isNotEmpty();
    var ports = new TreeSet<String>();
    policies.forEach(
        policy ->
            policy
                .path("spec")
                .path("egress")
                .forEach(
                    rule ->
                        rule.path("ports").forEach(port -> ports.add(port.path("port").asText()))));
    return ports;
  }

  private static List<JsonNode> selecting(
      List<JsonNode> objects, String namespace, Map<String, String> labels) {
    return new Network(objects).selecting(new PodView(namespace, Map.of(), labels, Map.of()));
  }
}
