package social.greenroom.operator.database;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Instant;
import social.greenroom.operator.config.DatabaseSettings;
import social.greenroom.operator.config.WorkSettings;
import social.greenroom.store.database.Database;
import social.greenroom.store.database.DatabaseConfig;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.lookup.Lookup;
import social.greenroom.store.provision.Provisioner;
import social.greenroom.store.publish.Senders;
import social.greenroom.store.vault.DataKeys;
import social.greenroom.store.vault.DeploymentKey;

/** The operator's connections: one pool for each role it plays in the database. */
@ApplicationScoped
public class OperatorDatabases {
  private static final int LOOKUP_POOL = 4;

  private final Database app;
  private final Database lookup;
  private final Database provisioner;
  private final DatabaseConfig listening;
  private final DataKeys keys;

  OperatorDatabases(DatabaseSettings settings, WorkSettings work) {
    this.app =
        Database.open(
            DatabaseConfig.app(settings.url(), settings.appPassword(), settings.operatorPool()));
    this.listening = DatabaseConfig.lookup(settings.url(), settings.lookupPassword(), LOOKUP_POOL);
    this.lookup = Database.open(listening);
    this.provisioner =
        Database.open(DatabaseConfig.provisioner(settings.url(), settings.provisionerPassword()));
    this.keys = new DataKeys(app.tenants(), DeploymentKey.read(Path.of(work.keyFile())));
  }

  public TenantDatabase tenants() {
    return app.tenants();
  }

  public Lookup lookup() {
    return lookup.lookup();
  }

  /** The pool's senders. */
  public Senders senders() {
    return app.senders();
  }

  public Provisioner provisioner() {
    return provisioner.provisioner();
  }

  /** The tenants' data keys, wrapped by the deployment's. */
  public DataKeys keys() {
    return keys;
  }

  /** How to listen for changes. */
  public DatabaseConfig listening() {
    return listening;
  }

  /** True when that backend of the database works for this operator's rows. */
  public boolean isServedBy(int backend) {
    return app.isServedBy(backend);
  }

  /** What the database's clock says now. */
  public Instant now() {
    return lookup.now();
  }

  public boolean reachable() {
    return app.reachable() && lookup.reachable();
  }

  @PreDestroy
  void close() {
    app.close();
    lookup.close();
    provisioner.close();
  }
}
