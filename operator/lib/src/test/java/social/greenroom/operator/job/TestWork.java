package social.greenroom.operator.job;

import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.greenroom.operator.config.WorkSettings;

/**
 * What Jobs are told, with a model key and an allowed address, and with or without a shared folder.
 */
record TestWork(@Nullable String folder) implements WorkSettings {
  static final String SIGNING_KEY = Base64.getEncoder().encodeToString(new byte[32]);

  @Override
  public String keyFile() {
    return "/keys/deployment.key";
  }

  @Override
  public Optional<String> ffmpeg() {
    return Optional.of("/usr/bin/ffmpeg");
  }

  @Override
  public Log log() {
    return () -> "plain";
  }

  @Override
  public Media media() {
    return new Media() {
      @Override
      public String url() {
        return "http://api-server:8080";
      }

      @Override
      public String signingKey() {
        return SIGNING_KEY;
      }

      @Override
      public Optional<String> dir() {
        return Optional.ofNullable(folder);
      }
    };
  }

  @Override
  public Egress egress() {
    return () -> Optional.of("mcp.tools:8080");
  }

  @Override
  public Model model() {
    return new Model() {
      @Override
      public String url() {
        return "http://models.example";
      }

      @Override
      public Optional<String> key() {
        return Optional.of("model-key");
      }

      @Override
      public String shape() {
        return "openai";
      }

      @Override
      public Optional<String> persona() {
        return Optional.empty();
      }

      @Override
      public Optional<String> content() {
        return Optional.empty();
      }

      @Override
      public Optional<String> moderation() {
        return Optional.empty();
      }
    };
  }
}
