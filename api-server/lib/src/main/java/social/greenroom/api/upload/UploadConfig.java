package social.greenroom.api.upload;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What may be uploaded. */
@ConfigMapping(prefix = "greenroom.uploads")
public interface UploadConfig {
  /**
   * The most bytes one file may have; the worker takes no more than the default, and {@code
   * quarkus.http.limits.max-body-size} must admit it.
   */
  @WithDefault("50000000")
  long maxBytes();
}
