package social.greenroom.standalone.kube;

import io.agroal.api.AgroalDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL for all tests of this JVM; each test takes an empty database of it. */
public final class KubeDatabase {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final EmbeddedPostgres POSTGRES = start();

  private KubeDatabase() {}

  public static AgroalDataSource empty() {
    String name = "kube_" + COUNT.incrementAndGet();
    try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create role " + name + " login password 'kube'");
      statement.execute("create database " + name + " owner " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return pooled(POSTGRES.getJdbcUrl(name, name), name);
  }

  static AgroalDataSource pooled(String url, String role) {
    try {
      return KubeConnections.to(url, role, "kube");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Drops every connection to the database, as PostgreSQL does when one of its processes dies. */
  static void drop(AgroalDataSource database) throws SQLException {
    var pool = database.getConfiguration().connectionPoolConfiguration();
    var name = pool.connectionFactoryConfiguration().principal().getName();
    try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
        var statement =
            connection.prepareStatement(
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = ?")) {
      statement.setString(1, name);
      statement.execute();
    }
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
