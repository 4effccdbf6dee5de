package social.greenroom.trace;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A span of OpenTelemetry's. */
final class TracedSpan implements Span {
  private final Tracer tracer;
  private final io.opentelemetry.api.trace.Span span;
  private final Span before;

  private TracedSpan(Tracer tracer, io.opentelemetry.api.trace.Span span) {
    this.tracer = tracer;
    this.span = span;
    this.before = CurrentSpan.get();
    CurrentSpan.set(this);
  }

  static Span begin(Tracer tracer, String name, Context parent, @Nullable Instant began) {
    var builder = tracer.spanBuilder(name).setParent(parent);
    if (began != null) {
      builder.setStartTimestamp(began);
    }
    return new TracedSpan(tracer, builder.startSpan());
  }

  @Override
  public Span part(String name) {
    return begin(tracer, name, Context.root().with(span), null);
  }

  @Override
  public Span tell(Fact fact, Object value) {
    span.setAttribute(fact.key(), value.toString());
    return this;
  }

  @Override
  public void failed() {
    span.setStatus(StatusCode.ERROR);
  }

  @Override
  public Optional<String> traceParent() {
    return Optional.of(TraceParent.write(span.getSpanContext()));
  }

  @Override
  public void close() {
    CurrentSpan.set(before);
    span.end();
  }
}
