package social.greenroom.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.standalone.data.StartException;

class PostgresServerIT {
  @TempDir Path folder;

  @Test
  void keepsItsDataBetweenRunsAndAfterItsParentWasKilled() throws Exception {
    var first = PostgresServer.start(folder, "secret");
    execute(first, "create table kept(v int)", "insert into kept values (42)");

    // Not closed: what a killed Greenroom leaves behind.
    try (var second = PostgresServer.start(folder, "secret")) {
      assertThat(query(second, "select v from kept")).isEqualTo("42");
      assertThat(query(second, "show fsync")).isEqualTo("on");
    }
  }

  @Test
  void letsNobodyInWithoutThePassword() throws Exception {
    try (var server = PostgresServer.start(folder, "secret")) {
      assertThatThrownBy(
              () ->
                  DriverManager.getConnection(server.url("postgres"), "postgres", "wrong").close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void saysWhatToDoWithADamagedDirectory() throws Exception {
    Files.createDirectories(folder.resolve("data/base"));
    assertThatThrownBy(() -> PostgresServer.start(folder, "secret"))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("damaged")
        .hasMessageContaining("--reset");
  }

  private static void execute(PostgresServer server, String... statements) throws SQLException {
    try (var connection = server.superuser("postgres").getConnection();
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String query(PostgresServer server, String sql) throws SQLException {
    try (var connection = server.superuser("postgres").getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
