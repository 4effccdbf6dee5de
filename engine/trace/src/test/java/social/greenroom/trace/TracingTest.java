package social.greenroom.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracingTest {
  private final TraceReceiver receiver = TraceReceiver.start();

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void workOfTwoProgramsIsOneTrace() {
    String parent;
    try (var api = Tracing.to(receiver.endpoint(), "api", 1);
        var span = api.start("approve")) {
      parent = span.traceParent().orElseThrow();
    }
    try (var worker = Tracing.to(receiver.endpoint(), "worker", 0);
        var publish = worker.resume("publish", parent);
        var attempt = Span.begin("attempt").tell(Fact.ATTEMPT, 1)) {
      assertThat(Span.current()).isSameAs(attempt);
      assertThat(publish.traceParent()).isPresent();
    }

    var spans = receiver.spans();
    assertThat(spans)
        .extracting(TraceReceiver.ReceivedSpan::program, TraceReceiver.ReceivedSpan::name)
        .containsExactlyInAnyOrder(
            tuple("api", "approve"), tuple("worker", "attempt"), tuple("worker", "publish"));
    assertThat(spans)
        .extracting(TraceReceiver.ReceivedSpan::trace)
        .containsOnly(parent.split("-")[1]);
    assertThat(named("publish").parent()).isEqualTo(named("approve").id());
    assertThat(named("attempt").parent()).isEqualTo(named("publish").id());
    assertThat(named("attempt").facts()).containsEntry("greenroom.attempt", "1");
    assertThat(Span.current()).isSameAs(Span.none());
  }

  @Test
  void whatIsntSampledIsntSampledElsewhereEither() {
    String parent;
    try (var api = Tracing.to(receiver.endpoint(), "api", 0);
        var span = api.start("approve")) {
      parent = span.traceParent().orElseThrow();
    }
    try (var worker = Tracing.to(receiver.endpoint(), "worker", 1);
        var publish = worker.resume("publish", parent)) {
      assertThat(publish.traceParent()).isPresent();
    }

    assertThat(receiver.calls()).isZero();
  }

  @Test
  void nothingIsTracedWithoutAParentToGoOnWith() {
    try (var worker = Tracing.to(receiver.endpoint(), "worker", 1)) {
      assertThat(worker.resume("publish", null)).isSameAs(Span.none());
      assertThat(worker.resume("publish", "00-0-0-01")).isSameAs(Span.none());
      assertThat(worker.resume("publish", "00-%032d-%016d-01".formatted(0, 0)))
          .isSameAs(Span.none());
    }

    assertThat(receiver.calls()).isZero();
  }

  @Test
  void workGoesOnWhenNobodyTakesTheTraces() {
    receiver.close();

    try (var tracing = Tracing.to(URI.create("http://127.0.0.1:1"), "worker", 1);
        var span = tracing.start("publish")) {
      span.tell(Fact.OUTCOME, "published").failed();
    }

    assertThat(Span.current()).isSameAs(Span.none());
  }

  private TraceReceiver.ReceivedSpan named(String name) {
    return receiver.spans().stream()
        .filter(span -> span.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
