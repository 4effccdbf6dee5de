package social.greenroom.store.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import social.greenroom.store.lookup.Lookup;
import social.greenroom.store.lookup.PoolLookup;
import social.greenroom.store.provision.Provisioner;
import social.greenroom.store.publish.Senders;

/** A pool of connections as one database role. Connections are made when first needed. */
public final class Database implements AutoCloseable {
  private static final Duration ACQUIRE = Duration.ofSeconds(10);
  private static final Duration IDLE_CHECK = Duration.ofSeconds(15);

  /** How long an idle connection may take to say that it is alive, in seconds. */
  private static final int VALIDATION = 5;

  private final DatabaseConfig config;
  private final AgroalDataSource pool;
  private final Backends backends = new Backends();
  private final Jdbi jdbi;

  private Database(DatabaseConfig config, AgroalDataSource pool) {
    this.config = config;
    this.pool = pool;
    pool.setPoolInterceptors(List.of(backends));
    this.jdbi = RowMappers.register(Jdbi.create(pool));
  }

  public static Database open(DatabaseConfig config) {
    var settings =
        new AgroalDataSourceConfigurationSupplier()
            .metricsEnabled(false)
            .connectionPoolConfiguration(
                pool ->
                    pool.initialSize(0)
                        .minSize(0)
                        .maxSize(config.maxPool())
                        .acquisitionTimeout(ACQUIRE)
                        .idleValidationTimeout(IDLE_CHECK)
                        .reapTimeout(Duration.ofMinutes(5))
                        .connectionValidator(
                            ConnectionValidator.defaultValidatorWithTimeout(VALIDATION))
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .connectionFactoryConfiguration(
                            factory ->
                                factory
                                    .jdbcUrl(config.jdbcUrl())
                                    .principal(new NamePrincipal(config.user()))
                                    .credential(new SimplePassword(config.password()))
                                    .jdbcProperty("ApplicationName", "greenroom")
                                    .jdbcProperty("connectTimeout", "5")
                                    .jdbcProperty("socketTimeout", "60")
                                    .jdbcProperty("tcpKeepAlive", "true")
                                    // A server's detail may quote the row, and a row may hold a
                                    // secret or somebody's words.
                                    .jdbcProperty("logServerErrorDetail", "false")));
    try {
      return new Database(config, AgroalDataSource.from(settings));
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(e);
    }
  }

  /** Transactions bound to a tenant; for the kinds APP, POOL and JOB. */
  public TenantDatabase tenants() {
    return switch (config.kind()) {
      case APP, POOL -> new TenantDatabase(jdbi, null);
      case JOB -> TenantDatabase.ofLogin(jdbi, config.jobTenant());
      case LOOKUP, PROVISIONER -> throw wrongKind("tenants");
    };
  }

  /** Questions that cross tenants; for the kind LOOKUP. */
  public Lookup lookup() {
    if (config.kind() != DatabaseConfig.Kind.LOOKUP) {
      throw wrongKind("lookup");
    }
    return new Lookup(this);
  }

  /** For whom there is work; for the kind POOL. */
  public PoolLookup work() {
    if (config.kind() != DatabaseConfig.Kind.POOL) {
      throw wrongKind("work");
    }
    return new PoolLookup(this);
  }

  /** The pool's senders; for the kinds APP and POOL. */
  public Senders senders() {
    return switch (config.kind()) {
      case APP, POOL -> new Senders(this);
      case LOOKUP, PROVISIONER, JOB -> throw wrongKind("senders");
    };
  }

  /** Logins for tenants' Jobs; for the kind PROVISIONER. */
  public Provisioner provisioner() {
    if (config.kind() != DatabaseConfig.Kind.PROVISIONER) {
      throw wrongKind("provisioner");
    }
    return new Provisioner(this);
  }

  /** One transaction with no tenant set: row-level security shows it no tenant's rows. */
  public <T extends @Nullable Object, X extends Exception> T untenanted(HandleCallback<T, X> work)
      throws X {
    try {
      return jdbi.<T, X>inTransaction(work);
    } catch (JdbiException e) {
      throw Refusals.translate(e);
    }
  }

  /** True when the database answers now. */
  public boolean reachable() {
    try (var connection = pool.getConnection()) {
      return connection.isValid(VALIDATION);
    } catch (SQLException e) {
      return false;
    }
  }

  /** What the database's clock says now. */
  public Instant now() {
    return untenanted(
        handle -> handle.createQuery("select clock_timestamp()").mapTo(Instant.class).one());
  }

  /** True when that backend of the database serves one of these connections. */
  public boolean isServedBy(int backend) {
    return backends.contains(backend);
  }

  @Override
  public void close() {
    pool.close();
  }

  private IllegalStateException wrongKind(String what) {
    return new IllegalStateException(
        "A database opened as %s has no %s().".formatted(config.kind(), what));
  }
}
