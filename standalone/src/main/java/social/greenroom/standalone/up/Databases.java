package social.greenroom.standalone.up;

import java.sql.Connection;
import java.sql.SQLException;
import social.greenroom.standalone.data.Keys;
import social.greenroom.standalone.data.StartException;
import social.greenroom.standalone.postgres.PostgresServer;
import social.greenroom.store.migration.Migrations;
import social.greenroom.store.migration.RolePasswords;

/** Makes the two databases and their roles, and brings the schema up to date. */
final class Databases {
  static final String GREENROOM = "greenroom";
  static final String KUBE = "kubernetes";
  static final String KUBE_ROLE = "greenroom_kubernetes";

  private Databases() {}

  static void prepare(PostgresServer server, Keys keys) {
    try {
      try (var connection = server.superuser("postgres").getConnection()) {
        createRole(connection, KUBE_ROLE, keys.password(KUBE_ROLE));
        createDatabase(connection, KUBE, KUBE_ROLE);
        createDatabase(connection, GREENROOM, "postgres");
      }
      var passwords =
          new RolePasswords(
              keys.password("greenroom_owner"),
              keys.password("greenroom_app"),
              keys.password("greenroom_lookup"),
              keys.password("greenroom_provisioner"),
              keys.password("greenroom_t_pool"));
      Migrations.bootstrap(server.superuser(GREENROOM), passwords);
      Migrations.migrate(server.url(GREENROOM), passwords.owner());
    } catch (SQLException e) {
      throw new StartException("The database can't be prepared: %s.".formatted(e.getMessage()), e);
    }
  }

  private static void createRole(Connection connection, String role, String password)
      throws SQLException {
    if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
      // Both are ours: a constant, and hexadecimal digits.
      execute(connection, "create role %s login password '%s'".formatted(role, password));
    }
  }

  private static void createDatabase(Connection connection, String database, String owner)
      throws SQLException {
    if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
      execute(connection, "create database %s owner %s".formatted(database, owner));
      execute(connection, "revoke all on database %s from public".formatted(database));
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
