package social.greenroom.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Traces by OpenTelemetry's SDK. */
final class SentTracing implements Tracing {
  private static final Duration SEND_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration BATCH = Duration.ofSeconds(1);
  private static final long CLOSE_SECONDS = 5;

  private final SdkTracerProvider provider;
  private final Tracer tracer;

  SentTracing(URI endpoint, String program, double sampled) {
    var exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(endpoint.toString().replaceAll("/+$", "") + "/v1/traces")
            .setTimeout(SEND_TIMEOUT)
            // The next batch comes soon enough; a collector that is away isn't besieged.
            .setRetryPolicy(null)
            .build();
    provider =
        SdkTracerProvider.builder()
            .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(sampled)))
            .setResource(
                Resource.getDefault().toBuilder()
                    .put(AttributeKey.stringKey("service.name"), program)
                    .build())
            .addSpanProcessor(BatchSpanProcessor.builder(exporter).setScheduleDelay(BATCH).build())
            .build();
    tracer = provider.get("social.greenroom");
  }

  @Override
  public boolean on() {
    return true;
  }

  @Override
  public Span start(String name) {
    return span(name, Context.root(), null);
  }

  @Override
  public Span resume(String name, @Nullable String traceParent, @Nullable Instant began) {
    return TraceParent.read(traceParent)
        .map(parent -> span(name, parent, began))
        .orElse(UntracedSpan.NONE);
  }

  private Span span(String name, Context parent, @Nullable Instant began) {
    return TracedSpan.begin(tracer, name, parent, began);
  }

  @Override
  public void close() {
    provider.shutdown().join(CLOSE_SECONDS, TimeUnit.SECONDS);
  }
}
