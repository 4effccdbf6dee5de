package social.greenroom.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.greenroom.trace.TraceReceiver;
import social.greenroom.trace.TraceReceiver.ReceivedSpan;

/** What real processes tell of one request and one published post, by traces and by logs. */
class ObservedIT {
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final String APPROVE = "POST /variants/{id}/approval";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static TraceReceiver receiver;
  private static RunningGreenroom greenroom;
  private static JsonNode variant;

  @BeforeAll
  static void publishOne() throws Exception {
    receiver = TraceReceiver.start();
    var environment =
        Map.of(
            "GREENROOM_TRACING_ENDPOINT", receiver.endpoint().toString(),
            // Through a Job, since that is the longer way.
            "GREENROOM_OPERATOR_SEND_POLICY", "jobs",
            "GREENROOM_LOG_FORMAT", "json",
            "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true");
    greenroom = RunningGreenroom.start(folder.resolve("data"), environment, "--split");
    var dex = Rest.signIn(greenroom, greenroom.talent("dex-okonkwo"));
    await().atMost(SOON).until(() -> dex.waitingOn("mastodon") != null);
    variant = dex.waitingOn("mastodon");
    dex.approveNow(variant);
    await().atMost(SOON).until(() -> names(APPROVE).contains("publish"));
  }

  @AfterAll
  static void stop() {
    greenroom.close();
    receiver.close();
  }

  @Test
  void anApprovalIsOneTraceUpToTheNetwork() {
    assertThat(greenroom.timeline()).hasSize(1);
    assertThat(traceOf(APPROVE))
        .extracting(span -> span.program() + ": " + span.name())
        .containsExactlyInAnyOrder(
            "greenroom-api-server: " + APPROVE,
            "greenroom-operator: dispatch",
            "greenroom-worker: publish",
            "greenroom-worker: claim",
            "greenroom-worker: check",
            "greenroom-worker: attempt",
            "greenroom-worker: network call");
    assertThat(named("publish").facts())
        .containsEntry("greenroom.variant.id", id())
        .containsKeys("greenroom.tenant.id", "greenroom.dispatch.id");
    assertThat(named("attempt").facts())
        .containsEntry("greenroom.outcome", "published")
        .containsEntry("greenroom.attempt", "1");
    assertThat(named("network call").facts()).containsEntry("greenroom.platform", "mastodon");
    assertThat(named("network call").parent()).isEqualTo(named("attempt").id());
  }

  @Test
  void everyLineOfAJobNamesItsTenant() throws IOException {
    var tenant = named("publish").facts().get("greenroom.tenant.id");
    assertThat(lines("worker"))
        .filteredOn(line -> line.path("mdc").has("dispatch") || line.path("mdc").has("request"))
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line.path("mdc").path("tenant").asText())
                    .as(line.toString())
                    .isEqualTo(tenant));
  }

  @Test
  void aRequestIsOneTraceUpToItsDrafts() {
    assertThat(names("generate")).contains("take request", "make job", "write", "moderate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"operator", "api-server", "worker", "pool"})
  void everyLineIsJsonAndHoldsNoContentAndNoSecret(String program) throws IOException {
    assertThat(lines(program))
        .isNotEmpty()
        .allSatisfy(
            line -> {
              assertThat(line.path("timestamp").asText()).isNotEmpty();
              assertThat(line.path("level").asText()).isNotEmpty();
              assertThat(line.path("loggerName").asText()).isNotEmpty();
              assertThat(line.path("message").asText()).isNotEmpty();
              assertThat(line.has("mdc")).isTrue();
            });
    assertThat(lines(program).toString()).doesNotContain(secretsAndContent());
  }

  @Test
  void theLineOfAnAttemptNamesItsTenantAndPost() throws IOException {
    var tenant = named("publish").facts().get("greenroom.tenant.id");
    assertThat(lines("worker"))
        .filteredOn(line -> line.path("mdc").path("variant").asText().equals(id()))
        .isNotEmpty()
        .allSatisfy(
            line -> {
              assertThat(line.path("mdc").path("tenant").asText()).isEqualTo(tenant);
              assertThat(line.path("mdc").path("dispatch").asText()).isNotEmpty();
            });
  }

  @Test
  void noSpanHoldsContentOrASecret() {
    assertThat(receiver.spans().toString()).doesNotContain(secretsAndContent());
  }

  private static String[] secretsAndContent() {
    var dex = greenroom.talent("dex-okonkwo");
    return new String[] {
      variant.at("/content/text").asText().substring(0, 20), dex.email(), dex.password()
    };
  }

  private static String id() {
    return variant.get("id").asText();
  }

  private static List<JsonNode> lines(String program) throws IOException {
    var lines = new ArrayList<JsonNode>();
    for (var line : Files.readAllLines(folder.resolve("data/log/" + program + ".log"))) {
      if (!line.isBlank()) {
        lines.add(JSON.readTree(line));
      }
    }
    return lines;
  }

  private static List<String> names(String one) {
    return traceOf(one).stream().map(ReceivedSpan::name).collect(Collectors.toList());
  }

  /** Everything of the trace that has a span of that name. */
  private static List<ReceivedSpan> traceOf(String name) {
    var traces =
        receiver.spans().stream()
            .filter(span -> span.name().equals(name))
            .map(ReceivedSpan::trace)
            .toList();
    return receiver.spans().stream().filter(span -> traces.contains(span.trace())).toList();
  }

  private static ReceivedSpan named(String name) {
    return receiver.spans().stream()
        .filter(span -> span.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
