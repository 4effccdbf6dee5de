package social.greenroom.api.database;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import social.greenroom.store.database.Database;
import social.greenroom.store.database.DatabaseConfig;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.lookup.Lookup;

/**
 * The api server's own connections. A wrapper rather than beans of the store's types, so that other
 * programs in the same JVM can have theirs.
 */
@ApplicationScoped
public class ApiDatabases {
  private final DatabaseConfig appConfig;
  private final Database app;
  private final Database lookup;

  ApiDatabases(ApiDatabaseConfig config) {
    appConfig = DatabaseConfig.app(config.url(), config.appPassword(), config.connections());
    app = Database.open(appConfig);
    lookup =
        Database.open(
            DatabaseConfig.lookup(
                config.url(), config.lookupPassword(), config.lookupConnections()));
  }

  /** Transactions bound to a tenant. */
  public TenantDatabase tenants() {
    return app.tenants();
  }

  /** The questions that cross tenants, sign-in above all. */
  public Lookup lookup() {
    return lookup.lookup();
  }

  /** How to listen for changes. */
  public DatabaseConfig listening() {
    return appConfig;
  }

  public boolean reachable() {
    return app.reachable() && lookup.reachable();
  }

  @PreDestroy
  void close() {
    app.close();
    lookup.close();
  }
}
