package social.greenroom.store.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Makes the roles and the schema. Only {@code bootstrap} needs a superuser (or the database's
 * owner, if it may make roles); the migrations run as {@code greenroom_owner}, which owns the
 * schema and, with row-level security forced, still sees no tenant's rows.
 */
public final class Migrations {
  private static final String SCHEMA = "greenroom";
  private static final int ATTEMPTS = 20;
  // Roles belong to the whole cluster: two bootstraps, in one database or in two, may meet at them.
  // Duplicate object, unique violation, "tuple concurrently updated" (an internal error), deadlock.
  private static final Set<String> MET = Set.of("42710", "23505", "XX000", "40P01");

  private Migrations() {}

  /**
   * Makes roles and schema through a login of its own; see {@link #bootstrap(DataSource,
   * RolePasswords)}.
   *
   * @param user a superuser, or the owner of the database with {@code CREATEROLE}
   */
  public static void bootstrap(
      String jdbcUrl, String user, String password, RolePasswords passwords) throws SQLException {
    var login = new PGSimpleDataSource();
    login.setUrl(jdbcUrl);
    login.setUser(user);
    login.setPassword(password);
    bootstrap(login, passwords);
  }

  /**
   * Makes the roles (or gives those there their passwords and rights), the schema, and takes from
   * everybody else what PostgreSQL grants to all. Can be repeated, and run by several at once.
   *
   * @param admin connects to the database that is to hold the schema, as a superuser or as its
   *     owner with {@code CREATEROLE}, who can't take a privilege from roles that are there already
   */
  public static void bootstrap(DataSource admin, RolePasswords passwords) throws SQLException {
    SQLException last = null;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try (var connection = admin.getConnection()) {
        bootstrap(connection, passwords);
        return;
      } catch (SQLException e) {
        if (!MET.contains(state(e))) {
          throw e;
        }
        last = e;
        LockSupport.parkNanos(attempt * 5_000_000L);
      }
    }
    throw last == null ? new SQLException("No attempt was made.") : last;
  }

  private static String state(SQLException e) {
    @Nullable String state = e.getSQLState();
    return state == null ? "" : state;
  }

  private static void bootstrap(Connection connection, RolePasswords passwords)
      throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      // Within one database this alone keeps two bootstraps apart.
      statement.execute("select pg_advisory_xact_lock(hashtext('greenroom bootstrap'))");
      statement.execute(Roles.SQL);
      password(connection, "greenroom_owner", passwords.owner());
      password(connection, "greenroom_app", passwords.app());
      password(connection, "greenroom_lookup", passwords.lookup());
      password(connection, "greenroom_provisioner", passwords.provisioner());
      var pool = passwords.pool();
      if (pool != null) {
        password(connection, "greenroom_t_pool", pool);
      }
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    }
  }

  private static void password(Connection connection, String role, String password)
      throws SQLException {
    connection
        .unwrap(PGConnection.class)
        .alterUserPassword(role, password.toCharArray(), "scram-sha-256");
  }

  /** Brings the schema to this version; what is newer than this program is refused. */
  public static void migrate(String jdbcUrl, String ownerPassword) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(jdbcUrl, "greenroom_owner", ownerPassword)
        .schemas(SCHEMA)
        .defaultSchema(SCHEMA)
        .createSchemas(false)
        .locations("classpath:db/migration")
        .cleanDisabled(true)
        .validateMigrationNaming(true)
        .load()
        .migrate();
  }
}
