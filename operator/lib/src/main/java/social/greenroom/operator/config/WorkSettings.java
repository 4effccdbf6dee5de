package social.greenroom.operator.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What Jobs need to know and the operator passes on. */
@ConfigMapping(prefix = "greenroom")
public interface WorkSettings {
  /** The file with the deployment's key, Base64. */
  String keyFile();

  Media media();

  Model model();

  Egress egress();

  /** FFmpeg, where it isn't the one on the path or the bundled one. */
  Optional<String> ffmpeg();

  /** Where media lie. */
  interface Media {
    /** The folder of the file-system store, as Jobs see it. */
    String dir();
  }

  /** Which of the addresses that people give may be called. */
  interface Egress {
    /**
     * Hosts, addresses and ranges, besides public https, each with a port if only that one is
     * meant: {@code 10.1.0.0/16, mcp.tools.svc:8080}.
     */
    @WithConverter(EgressList.class)
    Optional<String> allow();
  }

  /** The model router. */
  interface Model {
    String url();

    Optional<String> key();

    /** {@code openai} or {@code anthropic}. */
    @WithDefault("openai")
    String shape();

    /** The persona's model: an id, or /regex/flags against the router's list. */
    Optional<String> persona();

    Optional<String> content();

    Optional<String> moderation();
  }
}
