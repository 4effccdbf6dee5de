package social.greenroom.operator.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where the database is, and the passwords of the operator's roles in it. */
@ConfigMapping(prefix = "greenroom.db")
public interface DatabaseSettings {
  /** For example {@code jdbc:postgresql://127.0.0.1:5432/greenroom}. */
  String url();

  /** The address for Jobs, where it isn't the operator's own. */
  Optional<String> jobUrl();

  String appPassword();

  String lookupPassword();

  String provisionerPassword();

  /** The most connections the operator holds at once. */
  @WithDefault("8")
  int operatorPool();
}
