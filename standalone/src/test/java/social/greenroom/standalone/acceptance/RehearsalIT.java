package social.greenroom.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.helm.render.Chart;
import social.greenroom.sandbox.rehearsal.Rehearsal;
import social.greenroom.sandbox.rehearsal.RehearsalConfig;
import social.greenroom.sandbox.rehearsal.RehearsalFailedException;
import social.greenroom.standalone.data.Keys;
import social.greenroom.worker.Worker;

/**
 * What {@code helm test} does in a cluster, step by step: the agency that the chart renders, the
 * first person by the worker's command, and the visit itself.
 */
class RehearsalIT {
  private static final String TENANT = "greenroom-rehearsal";
  private static final String EMAIL = "rehearsal@greenroom-rehearsal.invalid";
  private static final String PASSWORD = "rehearsal-password";
  private static final String SANDBOX = "http://greenroom-sandbox.greenroom-system.svc:8090";

  /** In the order in which they are needed. */
  private static final List<String> AGENCY =
      List.of("Namespace", "Secret", "Tenant", "Talent", "Account");

  private static final String DELETED = "test.greenroom.social/hook-delete-policy";

  private static final int LINE_OF_THE_PORT = 3;

  @TempDir Path folder;

  @Test
  void theChartsTestGoesFromARequestToAPublishedPost() throws Exception {
    try (var greenroom = RunningGreenroom.start(folder, "--no-examples")) {
      var kubectl = new Kubectl(greenroom.endpoints().kubernetes());
      for (int rehearsals = 1; rehearsals <= 2; rehearsals++) {
        for (var object : agency()) {
          kubectl.apply(here(object.toString(), greenroom.endpoints().sandbox()));
        }
        assertThat(Worker.run(owner(), environment())).isZero();

        var told = new ByteArrayOutputStream();
        visit(greenroom, PASSWORD, told);

        assertThat(told.toString(StandardCharsets.UTF_8))
            .contains("Approved 1 of 1", "From a request to a published post");
        assertThat(greenroom.timeline()).hasSize(rehearsals);
        forget(kubectl);
      }
      assertThatThrownBy(() -> visit(greenroom, "wrong", new ByteArrayOutputStream()))
          .isInstanceOf(RehearsalFailedException.class)
          .hasMessageContaining("/session answered 401");
    }
  }

  /** The sandbox is on this machine here, and the token may be sent to that host. */
  private static String here(String object, String sandbox) {
    return object
        .replace(SANDBOX, sandbox)
        .replace(URI.create(SANDBOX).getHost(), URI.create(sandbox).getHost());
  }

  private static void visit(RunningGreenroom greenroom, String password, ByteArrayOutputStream told)
      throws Exception {
    var config =
        new RehearsalConfig(
            URI.create(greenroom.endpoints().web()),
            URI.create(greenroom.endpoints().sandbox()),
            TENANT,
            EMAIL,
            password,
            Duration.ofMinutes(1));
    new Rehearsal(config, new PrintStream(told, true, StandardCharsets.UTF_8)).run();
  }

  private static List<JsonNode> agency() {
    var objects =
        Chart.with("sandbox").stream()
            .filter(object -> AGENCY.contains(object.path("kind").asText()))
            .filter(
                object -> {
                  var metadata = object.path("metadata");
                  return metadata.path("namespace").asText().equals(TENANT)
                      || (metadata.path("name").asText().equals(TENANT)
                          && List.of("Namespace", "Tenant").contains(object.path("kind").asText()));
                })
            .toList();
    return AGENCY.stream().flatMap(kind -> Chart.ofKind(objects, kind).stream()).toList();
  }

  /** What the Job's first container is told. */
  private static List<String> owner() {
    var job = Chart.find(Chart.with("sandbox"), "Job", "greenroom-rehearsal");
    var arguments = new ArrayList<String>();
    job.findValue("initContainers")
        .path(0)
        .path("args")
        .forEach(one -> arguments.add(one.asText()));
    return arguments;
  }

  /** As Helm does once the test has succeeded. */
  private static void forget(Kubectl kubectl) throws Exception {
    for (var object : agency()) {
      var metadata = object.path("metadata");
      if (metadata.path("annotations").path(DELETED).asText().contains("hook-succeeded")) {
        var namespace = metadata.path("namespace").asText("default");
        var name = object.path("kind").asText() + "/" + metadata.path("name").asText();
        kubectl.run("delete", name, "-n", namespace, "--timeout=60s");
      }
    }
    assertThat(kubectl.run("get", "tenants,talents,accounts", "-A")).contains("No resources found");
  }

  private Map<String, String> environment() throws Exception {
    var keys = Keys.in(folder.resolve("keys"));
    var server = Files.readAllLines(folder.resolve("postgres/data/postmaster.pid"));
    return Map.of(
        "GREENROOM_DB_URL",
        "jdbc:postgresql://127.0.0.1:%s/greenroom".formatted(server.get(LINE_OF_THE_PORT)),
        "GREENROOM_DB_APP_PASSWORD",
        keys.password("greenroom_app"),
        "GREENROOM_DB_LOOKUP_PASSWORD",
        keys.password("greenroom_lookup"),
        "GREENROOM_PERSON_PASSWORD",
        PASSWORD);
  }
}
