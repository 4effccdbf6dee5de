package social.greenroom.operator.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Where traces go. */
@ConfigMapping(prefix = "greenroom.tracing")
public interface TracingSettings {
  /**
   * The collector, which takes OTLP over HTTP: {@code http://collector:4318}. Left out, nothing is
   * traced.
   */
  Optional<URI> endpoint();

  /** Which part of the traces that begin here are kept, from 0 to 1. */
  @WithDefault("1")
  double sampling();
}
