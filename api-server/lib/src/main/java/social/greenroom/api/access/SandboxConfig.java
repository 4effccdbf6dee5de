package social.greenroom.api.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What kind of world this installation talks to. */
@ConfigMapping(prefix = "greenroom")
public interface SandboxConfig {
  /** True where the networks or the models are the sandbox's; the page says so then. */
  @WithDefault("false")
  boolean sandbox();
}
