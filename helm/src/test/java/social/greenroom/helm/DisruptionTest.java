package social.greenroom.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.greenroom.helm.check.RestrictedProfile;
import social.greenroom.helm.render.Chart;

/** How many pods there are, and that a drained node leaves one where there are several. */
class DisruptionTest {
  /** As docs/operations/backup-and-restore.md wants it. */
  @Test
  void nobodySendsWhileADatabaseIsRestored() {
    var objects = Chart.with("restore");
    for (var sender : List.of("greenroom-operator", "greenroom-pool")) {
      assertThat(Chart.find(objects, "Deployment", sender).path("spec").path("replicas").asInt(-1))
          .as(sender)
          .isZero();
    }
    assertThat(Chart.ofKind(objects, "HorizontalPodAutoscaler"))
        .extracting(scaler -> scaler.path("metadata").path("name").asText())
        .containsExactly("greenroom-api-server");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "defaults; greenroom-operator greenroom-api-server greenroom-pool",
        "small; ''",
        "restore; greenroom-api-server",
        "jobs-alone; greenroom-operator greenroom-api-server",
        "pool-by-queue; greenroom-operator greenroom-api-server greenroom-pool",
      })
  void aBudgetStandsWhereThereAreSeveralPods(String values, String budgets) {
    assertThat(
            Chart.ofKind(Chart.with(values), "PodDisruptionBudget").stream()
                .map(budget -> budget.path("metadata").path("name").asText())
                .collect(Collectors.toSet()))
        .isEqualTo(budgets.isEmpty() ? Set.of() : Set.of(budgets.split(" ")));
  }

  /**
   * The scheduler leaves a node that lacks one of the keys out of all of them: where nodes name no
   * zone, a second key undid the first, and both pods of the API server went to one node.
   */
  @ParameterizedTest
  @ValueSource(strings = {"defaults", "small", "sandbox", "cloudnativepg"})
  void podsSpreadOverNodesThatNameNoZone(String values) {
    var pod =
        Chart.find(Chart.with(values), "Deployment", "greenroom-api-server")
            .path("spec")
            .path("template")
            .path("spec");
    assertThat(pod.path("topologySpreadConstraints"))
        .extracting(constraint -> constraint.path("topologyKey").asText())
        .containsExactly("kubernetes.io/hostname");
    assertThat(
            pod.path("affinity")
                .path("podAntiAffinity")
                .path("preferredDuringSchedulingIgnoredDuringExecution"))
        .extracting(term -> term.path("podAffinityTerm").path("topologyKey").asText())
        .containsExactly("topology.kubernetes.io/zone");
  }

  /**
   * New pods that kept away from the old ones all went to the node that had none of those, and
   * stayed there together.
   */
  @ParameterizedTest
  @ValueSource(strings = {"greenroom-operator", "greenroom-api-server", "greenroom-pool"})
  void podsOfARolloutKeepApartFromOneAnother(String deployment) {
    var pod =
        RestrictedProfile.podSpec(Chart.find(Chart.with("defaults"), "Deployment", deployment));
    var terms = new ArrayList<JsonNode>();
    pod.findValues("topologySpreadConstraints").forEach(found -> found.forEach(terms::add));
    terms.addAll(pod.findValues("podAffinityTerm"));
    assertThat(terms)
        .isNotEmpty()
        .allSatisfy(
            term ->
                assertThat(term.path("matchLabelKeys"))
                    .extracting(JsonNode::asText)
                    .containsExactly("pod-template-hash"));
  }
}
