package social.greenroom.store.testing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.id.Ids;
import social.greenroom.store.database.Database;
import social.greenroom.store.database.DatabaseConfig;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.lookup.Lookup;
import social.greenroom.store.migration.Migrations;
import social.greenroom.store.migration.RolePasswords;
import social.greenroom.store.provision.Provisioner;
import social.greenroom.store.provision.TenantCredentials;
import social.greenroom.store.tenant.TenantSpec;

/**
 * A database of its own for a test class, on an embedded PostgreSQL that all tests of the JVM
 * share. Its programs connect as the real roles do: none is a superuser.
 */
public final class TestDatabase implements AutoCloseable {
  private final TestCluster cluster;
  private final String name;
  private final List<Database> opened = new ArrayList<>();
  private final Map<UUID, TenantCredentials> logins = new ConcurrentHashMap<>();
  private final Database app;
  private final Database lookup;
  private final Database provisioner;

  private TestDatabase(TestCluster cluster, String name) {
    this.cluster = cluster;
    this.name = name;
    this.app = open(appConfig());
    this.lookup = open(lookupConfig());
    this.provisioner = open(provisionerConfig());
  }

  public static TestDatabase create() {
    var cluster = TestCluster.get();
    try {
      return new TestDatabase(cluster, cluster.newDatabase());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public String jdbcUrl() {
    return cluster.jdbcUrl(name);
  }

  public RolePasswords passwords() {
    return TestCluster.PASSWORDS;
  }

  public DatabaseConfig appConfig() {
    return DatabaseConfig.app(jdbcUrl(), passwords().app(), 8);
  }

  public DatabaseConfig lookupConfig() {
    return DatabaseConfig.lookup(jdbcUrl(), passwords().lookup(), 4);
  }

  public DatabaseConfig provisionerConfig() {
    return DatabaseConfig.provisioner(jdbcUrl(), passwords().provisioner());
  }

  public DatabaseConfig poolConfig() {
    return DatabaseConfig.pool(
        jdbcUrl(), Objects.requireNonNull(passwords().pool(), "The pool has a login here."), 8);
  }

  public Database app() {
    return app;
  }

  public TenantDatabase tenants() {
    return app.tenants();
  }

  public Lookup lookup() {
    return lookup.lookup();
  }

  public Database lookupDatabase() {
    return lookup;
  }

  public Provisioner provisioner() {
    return provisioner.provisioner();
  }

  /** Opens a pool that is closed with this database. */
  public synchronized Database open(DatabaseConfig config) {
    var database = Database.open(config);
    opened.add(database);
    return database;
  }

  /** The login of the tenant's Jobs, made when first asked for. */
  public DatabaseConfig jobConfig(UUID tenantId) {
    var login = logins.computeIfAbsent(tenantId, id -> provisioner().createTenantLogin(id));
    return DatabaseConfig.job(jdbcUrl(), login.user(), login.password(), 4);
  }

  /** A pool as the tenant's Jobs open it. */
  public Database job(UUID tenantId) {
    return open(jobConfig(tenantId));
  }

  /** For making what no program may make; not for what is being tested. */
  public DataSource superuser() {
    return cluster.superuser(name);
  }

  /** Changes rows behind the database's back: no trigger runs, and no role is in the way. */
  public void forge(String sql) {
    try (var connection = superuser().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A plain connection as the programs' role, working for that tenant. */
  public RoleConnection asApp(@Nullable UUID tenantId) throws SQLException {
    return new RoleConnection(jdbcUrl(), "greenroom_app", passwords().app(), tenantId);
  }

  /** A plain connection as the tenant's Jobs have it. */
  public RoleConnection asJob(UUID tenantId) throws SQLException {
    var config = jobConfig(tenantId);
    return new RoleConnection(jdbcUrl(), config.user(), config.password(), null);
  }

  /** A plain connection as the pool, working for that tenant. */
  public RoleConnection asPool(@Nullable UUID tenantId) throws SQLException {
    return new RoleConnection(
        jdbcUrl(), "greenroom_t_pool", String.valueOf(passwords().pool()), tenantId);
  }

  public RoleConnection asLookup() throws SQLException {
    return new RoleConnection(jdbcUrl(), "greenroom_lookup", passwords().lookup(), null);
  }

  public RoleConnection asProvisioner() throws SQLException {
    return new RoleConnection(jdbcUrl(), "greenroom_provisioner", passwords().provisioner(), null);
  }

  /** A plain connection as the owner of the schema, who migrates it. */
  public RoleConnection asOwner() throws SQLException {
    return new RoleConnection(jdbcUrl(), "greenroom_owner", passwords().owner(), null);
  }

  /** Makes the roles and rights of this database once more, as a program that starts does. */
  public void bootstrapAgain() throws SQLException {
    Migrations.bootstrap(superuser(), passwords());
  }

  /** A tenant with an owner, a talent and a connected account, named after the word. */
  public SeededTenant seedTenant(String word) {
    var tenantId = Ids.next();
    tenants()
        .run(
            tenantId,
            session ->
                session
                    .tenant()
                    .upsert(
                        new TenantSpec(
                            word, word, "Agency " + word, "Europe/Berlin", "en", null, null)));
    return SeededTenant.in(this, tenantId, word);
  }

  @Override
  public synchronized void close() {
    opened.forEach(Database::close);
    try {
      cluster.drop(name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
