package social.greenroom.api.media;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where media are kept. */
@ConfigMapping(prefix = "greenroom.media")
public interface ApiMediaConfig {
  /** The folder that every program of the installation shares. */
  Path dir();
}
