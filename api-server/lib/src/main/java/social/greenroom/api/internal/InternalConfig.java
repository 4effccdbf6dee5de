package social.greenroom.api.internal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where Greenroom's own programs reach the API server. */
@ConfigMapping(prefix = "greenroom.internal")
public interface InternalConfig {
  /** The port for Jobs and the pool, on the address of {@code quarkus.http.host}; 0 for any. */
  @WithDefault("8083")
  int port();
}
