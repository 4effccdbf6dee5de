package social.greenroom.trace;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a program's traces go. Off unless an endpoint is named: then no class of OpenTelemetry is
 * loaded, no thread is started and nothing is sent.
 */
public interface Tracing extends AutoCloseable {
  /** Traces nothing. */
  static Tracing off() {
    return TracingOff.OFF;
  }

  /**
   * Sends traces by OTLP over HTTP, in the background. What can't be sent is dropped: no work waits
   * for a trace.
   *
   * @param endpoint the collector's address, as {@code http://collector:4318}
   * @param program the name of the program, as {@code greenroom-worker}
   * @param sampled which part of the traces that begin here are kept, from 0 to 1; those that began
   *     elsewhere follow their beginning
   */
  static Tracing to(URI endpoint, String program, double sampled) {
    return new SentTracing(endpoint, program, sampled);
  }

  boolean on();

  /** Begins a trace. */
  Span start(String name);

  /**
   * Goes on with a trace that began elsewhere.
   *
   * @param traceParent from {@link Span#traceParent()}; null, or what can't be read, makes a span
   *     that isn't traced
   */
  default Span resume(String name, @Nullable String traceParent) {
    return resume(name, traceParent, null);
  }

  /**
   * The same for work that began earlier.
   *
   * @param began when; null for now
   */
  Span resume(String name, @Nullable String traceParent, @Nullable Instant began);

  /** Sends what is left, for five seconds at most. */
  @Override
  void close();
}
