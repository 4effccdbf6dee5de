package social.greenroom.worker.job;

import java.net.URI;
import java.net.URISyntaxException;
import social.greenroom.trace.Span;
import social.greenroom.trace.Tracing;

/**
 * A Job's part of the trace that its request belongs to: {@code TRACEPARENT}, which the operator
 * sets while traces are on, names it.
 */
public record JobTrace(Tracing tracing, Span span) implements AutoCloseable {
  private static final String ENDPOINT = "GREENROOM_TRACING_ENDPOINT";

  /**
   * Goes on with it.
   *
   * @param name of the Job's work
   * @throws UsageException naming the variable, when it holds no address
   */
  public static JobTrace open(String name, Environment environment) throws UsageException {
    var tracing = tracing(environment);
    return new JobTrace(
        tracing, tracing.resume(name, environment.optional("TRACEPARENT").orElse(null)));
  }

  /**
   * Where traces are sent: a Job begins none, it goes on with those that it finds.
   *
   * @throws UsageException naming the variable, when it holds no address
   */
  public static Tracing tracing(Environment environment) throws UsageException {
    var endpoint = environment.optional(ENDPOINT);
    return endpoint.isEmpty()
        ? Tracing.off()
        : Tracing.to(address(endpoint.get()), "greenroom-worker", 0);
  }

  private static URI address(String endpoint) throws UsageException {
    try {
      var address = new URI(endpoint);
      if (address.getHost() != null && String.valueOf(address.getScheme()).startsWith("http")) {
        return address;
      }
    } catch (URISyntaxException e) {
      // Told below.
    }
    throw new UsageException(
        "The environment variable %s has to be a collector's address, such as http://collector:4318."
            .formatted(ENDPOINT));
  }

  @Override
  public void close() {
    span.close();
    tracing.close();
  }
}
