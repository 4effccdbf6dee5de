package social.greenroom.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import social.greenroom.helm.check.RestrictedProfile;
import social.greenroom.helm.render.Chart;

/** What a Job works with is there when it begins, as a hook and without one. */
class HookOrderTest {
  private static final String HOOK = "test.greenroom.social/hook";
  private static final String COMPONENT = "app.kubernetes.io/component";

  static Stream<Path> valueSets() {
    return Chart.valueSets().stream();
  }

  @ParameterizedTest
  @MethodSource("valueSets")
  void atAnInstall(Path values) {
    everyJobFindsWhatItNeeds(Chart.with(values));
  }

  @ParameterizedTest
  @MethodSource("valueSets")
  void atAnUpgrade(Path values) {
    everyJobFindsWhatItNeeds(Chart.upgraded(values));
  }

  /** It is made by the test itself; one that isn't there yet ends the command at once otherwise. */
  @Test
  void theTestWaitsUntilItsTenantIsTakenUp() {
    var job = Chart.find(Chart.with("sandbox"), "Job", "greenroom-rehearsal");

    assertThat(job.findValue("initContainers").path(0).path("args").toString())
        .contains("\"--wait\",\"300s\"");
  }

  /** A finalizer holds what is left once the operator is uninstalled. */
  @Test
  void nothingOfOursIsLeftByTheTest() {
    assertThat(Chart.with("sandbox"))
        .filteredOn(object -> object.path("apiVersion").asText().startsWith("greenroom.social/"))
        .hasSize(3)
        .allSatisfy(
            object ->
                assertThat(annotation(object, HOOK + "-delete-policy"))
                    .as(Chart.title(object))
                    .contains("hook-succeeded"));
  }

  private static void everyJobFindsWhatItNeeds(List<JsonNode> objects) {
    for (var job : Chart.ofKind(objects, "Job")) {
      assertThat(needed(objects, job))
          .as(Chart.title(job))
          .isNotEmpty()
          .allSatisfy(
              object ->
                  assertThat(isThereFor(object, job))
                      .as("%s is there for %s", Chart.title(object), Chart.title(job))
                      .isTrue());
    }
  }

  private static boolean isThereFor(JsonNode object, JsonNode job) {
    if (events(object).isEmpty()) {
      // What is no hook comes with the release: after what runs before it, before the rest.
      return events(job).stream().noneMatch(event -> event.startsWith("pre-"));
    }
    return events(object).containsAll(events(job))
        && !events(job).isEmpty()
        && weight(object) < weight(job);
  }

  /**
   * Of what the chart makes: its account, its policies, and the Secrets and ConfigMaps it reads.
   */
  private static List<JsonNode> needed(List<JsonNode> objects, JsonNode job) {
    var pod = RestrictedProfile.podSpec(job);
    var read = new HashSet<>(pod.findValuesAsText("secretName"));
    for (var reference : List.of("secretKeyRef", "configMapKeyRef", "secretRef", "configMapRef")) {
      pod.findValues(reference).forEach(one -> read.add(one.path("name").asText()));
    }
    pod.findValues("configMap").forEach(one -> read.add(one.path("name").asText()));
    var needed = new ArrayList<JsonNode>();
    for (var object : objects) {
      var name = object.path("metadata").path("name").asText();
      var isNeeded =
          switch (object.path("kind").asText()) {
            case "ServiceAccount" -> name.equals(pod.path("serviceAccountName").asText());
            case "NetworkPolicy" -> component(object).equals(component(job));
            case "Secret", "ConfigMap" ->
                read.contains(name) && !object.path("metadata").has("namespace");
            default -> false;
          };
      if (isNeeded) {
        needed.add(object);
      }
    }
    return needed;
  }

  private static Set<String> events(JsonNode object) {
    var hook = annotation(object, HOOK);
    return hook.isEmpty() ? Set.of() : Set.of(hook.split(","));
  }

  private static int weight(JsonNode object) {
    var weight = annotation(object, HOOK + "-weight");
    return weight.isEmpty() ? 0 : Integer.parseInt(weight);
  }

  private static String annotation(JsonNode object, String name) {
    return object.path("metadata").path("annotations").path(name).asText();
  }

  private static String component(JsonNode object) {
    return object.path("metadata").path("labels").path(COMPONENT).asText();
  }
}
