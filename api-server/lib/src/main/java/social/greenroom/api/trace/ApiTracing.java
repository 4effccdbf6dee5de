package social.greenroom.api.trace;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import social.greenroom.trace.Tracing;

/** Where the API server's traces go. */
@ApplicationScoped
public class ApiTracing {
  private final Tracing tracing;

  ApiTracing(ApiTracingConfig config) {
    this.tracing =
        config
            .endpoint()
            .map(endpoint -> Tracing.to(endpoint, "greenroom-api-server", config.sampling()))
            .orElseGet(Tracing::off);
  }

  Tracing tracing() {
    return tracing;
  }

  @PreDestroy
  void close() {
    tracing.close();
  }
}
