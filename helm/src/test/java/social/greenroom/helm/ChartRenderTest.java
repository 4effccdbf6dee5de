package social.greenroom.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import social.greenroom.helm.check.GreenroomSchema;
import social.greenroom.helm.check.KubernetesSchema;
import social.greenroom.helm.check.RestrictedProfile;
import social.greenroom.helm.render.Chart;

/** What every value set has to render to. */
class ChartRenderTest {
  /** Kinds of other operators, whose schemas Kubernetes doesn't have. */
  private static final Set<String> OF_OTHERS =
      Set.of("HTTPRoute", "Cluster", "ServiceMonitor", "PrometheusRule", "ScaledObject");

  private static final KubernetesSchema KUBERNETES = new KubernetesSchema();
  private static final GreenroomSchema OURS = new GreenroomSchema();

  static Stream<Path> valueSets() {
    return Chart.valueSets().stream();
  }

  @ParameterizedTest
  @MethodSource("valueSets")
  void kubernetesTakesWhatIsRendered(Path values) {
    assertThat(Chart.with(values))
        .isNotEmpty()
        .allSatisfy(
            object -> {
              if (KUBERNETES.knows(object)) {
                assertThat(KUBERNETES.findings(object)).as(Chart.title(object)).isEmpty();
              } else if (OURS.knows(object)) {
                assertThat(OURS.findings(object)).as(Chart.title(object)).isEmpty();
              } else {
                assertThat(object.path("kind").asText())
                    .as("a kind that is known, or another operator's or ours")
                    .isIn(OF_OTHERS);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("valueSets")
  void everyPodKeepsToTheRestrictedProfile(Path values) {
    assertThat(podMakers(Chart.with(values)))
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(
            object ->
                assertThat(RestrictedProfile.findings(RestrictedProfile.podSpec(object)))
                    .as(Chart.title(object))
                    .isEmpty());
  }

  @ParameterizedTest
  @MethodSource("valueSets")
  void everyServerHasTheThreeProbes(Path values) {
    assertThat(Chart.ofKind(Chart.with(values), "Deployment"))
        .allSatisfy(
            deployment ->
                assertThat(RestrictedProfile.podSpec(deployment).path("containers"))
                    .as(Chart.title(deployment))
                    .allSatisfy(
                        container ->
                            assertThat(container.has("startupProbe"))
                                .isEqualTo(container.has("livenessProbe"))
                                .isEqualTo(container.has("readinessProbe"))
                                .isTrue()));
  }

  @ParameterizedTest
  @MethodSource("valueSets")
  void onlyTheOperatorHasATokenAndNobodyTheDefaultAccount(Path values) {
    var makers = podMakers(Chart.with(values));

    assertThat(makers)
        .allSatisfy(
            object -> {
              var pod = RestrictedProfile.podSpec(object);
              assertThat(pod.path("serviceAccountName").asText())
                  .as(Chart.title(object))
                  .isNotEmpty()
                  .isNotEqualTo("default");
              assertThat(pod.path("automountServiceAccountToken").asBoolean())
                  .as(Chart.title(object))
                  .isEqualTo(component(object).equals("operator"));
            });
    assertThat(
            makers.stream()
                .map(object -> RestrictedProfile.podSpec(object).path("serviceAccountName"))
                .collect(Collectors.toSet()))
        .hasSize((int) makers.stream().map(ChartRenderTest::component).distinct().count());
  }

  private static List<JsonNode> podMakers(List<JsonNode> objects) {
    return objects.stream()
        .filter(object -> !RestrictedProfile.podSpec(object).path("containers").isMissingNode())
        .toList();
  }

  private static String component(JsonNode object) {
    return object.path("metadata").path("labels").path("app.kubernetes.io/component").asText();
  }
}
