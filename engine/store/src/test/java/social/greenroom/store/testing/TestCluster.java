package social.greenroom.store.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import social.greenroom.store.migration.Migrations;
import social.greenroom.store.migration.RolePasswords;

/** The PostgreSQL of this JVM, started when first needed; it ends with the JVM. */
final class TestCluster {
  static final RolePasswords PASSWORDS =
      new RolePasswords("owner-pw", "app-pw", "lookup-pw", "provisioner-pw", "pool-pw");
  private static final String TEMPLATE = "greenroom_template";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final EmbeddedPostgres postgres;

  private TestCluster(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /** Started on first use, by the one thread that gets here first. */
  static TestCluster get() {
    return Holder.CLUSTER;
  }

  /** A new database with the schema, copied from a migrated one. */
  String newDatabase() throws SQLException {
    var name = "greenroom_" + COUNT.incrementAndGet();
    execute("create database %s template %s".formatted(name, TEMPLATE));
    // Rights on a database aren't copied with it.
    Migrations.bootstrap(superuser(name), PASSWORDS);
    return name;
  }

  void drop(String name) throws SQLException {
    execute("drop database if exists %s with (force)".formatted(name));
  }

  DataSource superuser(String database) {
    return postgres.getDatabase("postgres", database);
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.getPort(), database);
  }

  private void execute(String sql) throws SQLException {
    try (var connection = superuser("postgres").getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  // The embedded default lets everybody in unasked, and a wrong password would go unnoticed.
  private static Path authentication() throws IOException {
    var file = Files.createTempFile("greenroom", "pg_hba.conf");
    file.toFile().deleteOnExit();
    return Files.writeString(
        file,
        """
        local all all trust
        host all postgres 127.0.0.1/32 trust
        host all all 127.0.0.1/32 scram-sha-256
        """);
  }

  private static final class Holder {
    static final TestCluster CLUSTER = start();

    private static TestCluster start() {
      try {
        var cluster =
            new TestCluster(
                EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("hba_file", authentication().toString())
                    .start());
        cluster.execute("create database " + TEMPLATE);
        Migrations.bootstrap(cluster.superuser(TEMPLATE), PASSWORDS);
        Migrations.migrate(cluster.jdbcUrl(TEMPLATE), PASSWORDS.owner());
        return cluster;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
