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

  Log log();

  /** How Jobs write what they have to say. */
  interface Log {
    /** {@code plain} for people, {@code json} for a cluster's log store. */
    @WithDefault("plain")
    String format();
  }

  /** How Jobs reach media. */
  interface Media {
    /** The API server's address as Jobs see it, for example {@code http://api-server:8080}. */
    String url();

    /**
     * The key of the tokens that Jobs get, which the API server has too: Base64 of at least 32
     * random bytes; while it is replaced the new one and the old one, separated by a comma.
     */
    String signingKey();

    /**
     * The folder of the file-system store, where Jobs see it as the API server does: then those
     * that draft and publish read it themselves. Left out in a cluster.
     */
    Optional<String> dir();
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
