package social.greenroom.api.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** How the api server reaches PostgreSQL: as the programs' role and as the lookup role. */
@ConfigMapping(prefix = "greenroom.db")
public interface ApiDatabaseConfig {
  /** For example {@code jdbc:postgresql://db:5432/greenroom}. */
  String url();

  /** The password of {@code greenroom_app}. */
  String appPassword();

  /** The password of {@code greenroom_lookup}. */
  String lookupPassword();

  /** The most connections the api server holds as {@code greenroom_app}. */
  @WithName("api-connections")
  @WithDefault("8")
  int connections();

  /** The most connections the api server holds as {@code greenroom_lookup}. */
  @WithName("api-lookup-connections")
  @WithDefault("4")
  int lookupConnections();
}
