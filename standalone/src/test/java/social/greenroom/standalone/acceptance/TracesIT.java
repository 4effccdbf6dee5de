package social.greenroom.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.trace.TraceReceiver;
import social.greenroom.trace.TraceReceiver.ReceivedSpan;

/** Traces over real processes: what one begins, the others go on with. */
class TracesIT {
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final String APPROVE = "POST /variants/{id}/approval";

  @TempDir Path folder;
  private final TraceReceiver receiver = TraceReceiver.start();

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void aRequestIsOneTraceAndAnApprovalIsOneUpToTheNetwork() throws Exception {
    var environment = Map.of("GREENROOM_TRACING_ENDPOINT", receiver.endpoint().toString());
    try (var greenroom = RunningGreenroom.start(folder.resolve("data"), environment, "--split")) {
      var dex = Rest.signIn(greenroom, greenroom.talent("dex-okonkwo"));
      await().atMost(SOON).until(() -> dex.waitingOn("mastodon") != null);
      var variant = dex.waitingOn("mastodon");

      dex.approveNow(variant);

      await().atMost(SOON).until(() -> names(APPROVE).contains("publish"));
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
          .containsEntry("greenroom.variant.id", variant.get("id").asText())
          .containsKeys("greenroom.tenant.id", "greenroom.dispatch.id");
      assertThat(named("attempt").facts())
          .containsEntry("greenroom.outcome", "published")
          .containsEntry("greenroom.attempt", "1");
      assertThat(named("network call").facts()).containsEntry("greenroom.platform", "mastodon");
      assertThat(named("network call").parent()).isEqualTo(named("attempt").id());

      assertThat(names("generate")).contains("take request", "make job", "write", "moderate");
      assertThat(receiver.spans().toString())
          .doesNotContain(variant.at("/content/text").asText().substring(0, 20))
          .doesNotContain(greenroom.talent("dex-okonkwo").email());
    }
  }

  private List<String> names(String one) {
    return traceOf(one).stream().map(ReceivedSpan::name).collect(Collectors.toList());
  }

  /** Everything of the trace that has a span of that name. */
  private List<ReceivedSpan> traceOf(String name) {
    var traces =
        receiver.spans().stream()
            .filter(span -> span.name().equals(name))
            .map(ReceivedSpan::trace)
            .toList();
    return receiver.spans().stream().filter(span -> traces.contains(span.trace())).toList();
  }

  private ReceivedSpan named(String name) {
    return receiver.spans().stream()
        .filter(span -> span.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
