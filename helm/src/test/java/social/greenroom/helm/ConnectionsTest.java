package social.greenroom.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.greenroom.helm.check.RestrictedProfile;
import social.greenroom.helm.render.Chart;

/** PostgreSQL takes as many connections as the programs hold when all of their pods run. */
class ConnectionsTest {
  /** Of one tenant's Jobs at the most, see the provisioner. */
  private static final int JOBS = 50;

  /** Besides its pool: four to look up, one to make logins, one to listen. */
  private static final int OPERATOR = 6;

  @ParameterizedTest
  @ValueSource(strings = {"cloudnativepg", "person-cloudnativepg"})
  void theServerOfTheReleaseTakesAll(String values) {
    var objects = Chart.with(values);

    assertThat(
            Chart.find(objects, "Cluster", "greenroom-postgresql")
                .findValue("max_connections")
                .asInt())
        .isGreaterThan(
            operators(objects) + apiServers(objects) + pools(objects) + perPods(objects) + JOBS)
        .isLessThan(500);
  }

  /** The programs hold theirs, and the server lets nobody else in while it waits for them. */
  @Test
  void aServerThatEndsDoesNotWaitForThemLong() {
    assertThat(
            Chart.find(Chart.with("cloudnativepg"), "Cluster", "greenroom-postgresql")
                .findValue("smartShutdownTimeout")
                .asInt())
        .isBetween(1, 15);
  }

  @Test
  void thePageOfSizesSaysHowManyTheDefaultsHold() throws IOException {
    var objects = Chart.defaults();

    assertThat(Files.readString(Path.of("../docs/operations/sizing.md")))
        .contains(
            "%d + %d + %d".formatted(operators(objects), apiServers(objects), pools(objects)));
  }

  /** One more pod of each while a rollout is under way. */
  private static int perPods(List<JsonNode> objects) {
    return perOperator(objects) + perApiServer(objects) + perPool(objects);
  }

  private static int operators(List<JsonNode> objects) {
    return pods(objects, "operator") * perOperator(objects);
  }

  private static int perOperator(List<JsonNode> objects) {
    return variable(objects, "operator", "GREENROOM_DB_OPERATOR_POOL") + OPERATOR;
  }

  private static int apiServers(List<JsonNode> objects) {
    return pods(objects, "api-server") * perApiServer(objects);
  }

  private static int perApiServer(List<JsonNode> objects) {
    return variable(objects, "api-server", "GREENROOM_DB_API_CONNECTIONS")
        + variable(objects, "api-server", "GREENROOM_DB_API_LOOKUP_CONNECTIONS")
        + 1;
  }

  private static int pools(List<JsonNode> objects) {
    return pods(objects, "pool") * perPool(objects);
  }

  private static int perPool(List<JsonNode> objects) {
    return variable(objects, "pool", "GREENROOM_DB_CONNECTIONS") + 1;
  }

  private static int pods(List<JsonNode> objects, String program) {
    return Chart.ofKind(objects, "HorizontalPodAutoscaler").stream()
        .filter(one -> one.path("metadata").path("name").asText().equals("greenroom-" + program))
        .findFirst()
        .map(scaler -> scaler.path("spec").path("maxReplicas").asInt())
        .orElseGet(() -> deployment(objects, program).path("spec").path("replicas").asInt());
  }

  private static int variable(List<JsonNode> objects, String program, String name) {
    for (var variable :
        RestrictedProfile.podSpec(deployment(objects, program))
            .path("containers")
            .path(0)
            .path("env")) {
      if (variable.path("name").asText().equals(name)) {
        return variable.path("value").asInt();
      }
    }
    throw new AssertionError("The variable %s isn't set.".formatted(name));
  }

  private static JsonNode deployment(List<JsonNode> objects, String program) {
    return Chart.find(objects, "Deployment", "greenroom-" + program);
  }
}
