package social.greenroom.store.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import social.greenroom.core.id.Ids;
import social.greenroom.store.database.Database;
import social.greenroom.store.database.DatabaseConfig;

/** Where PostgreSQL is a cloud's, nobody is a superuser: the database's owner sets it up. */
class BootstrapByOwnerIT {
  private static final RolePasswords PASSWORDS = new RolePasswords("o", "a", "l", "p", "w");

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws IOException, SQLException {
    postgres = EmbeddedPostgres.builder().setServerConfig("listen_addresses", "127.0.0.1").start();
    execute("create role admin login createrole password 'admin'");
    execute("create database managed owner admin");
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  void theOwnerMakesRolesAndSchemaAndKeepsNoRightsInIt() throws SQLException {
    for (int i = 0; i < 2; i++) {
      Migrations.bootstrap(url(), "admin", "admin", PASSWORDS);
      Migrations.migrate(url(), PASSWORDS.owner());
    }

    var tenant = Ids.next();
    try (var provisioner = Database.open(DatabaseConfig.provisioner(url(), "p"))) {
      assertThat(provisioner.provisioner().createTenantLogin(tenant).user()).isNotEmpty();
    }
    assertThat(
            truth("select not pg_has_role('admin', 'greenroom_owner', 'usage')")
                && truth(
                    "select bool_and(not rolsuper and not rolbypassrls and not rolcreatedb)"
                        + " from pg_roles where rolname like 'greenroom%'"))
        .isTrue();
  }

  private static String url() {
    return "jdbc:postgresql://127.0.0.1:%d/managed".formatted(postgres.getPort());
  }

  private static boolean truth(String question) throws SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var answer = statement.executeQuery(question)) {
      answer.next();
      return answer.getBoolean(1);
    }
  }

  private static void execute(String sql) throws SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
