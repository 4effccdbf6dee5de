package social.greenroom.standalone.kube;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
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
    AgroalDataSourceConfigurationSupplier pool =
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                c ->
                    c.maxSize(4)
                        .connectionFactoryConfiguration(
                            f ->
                                f.jdbcUrl(url)
                                    .principal(new NamePrincipal(role))
                                    .credential(new SimplePassword("kube"))));
    try {
      return AgroalDataSource.from(pool);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
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
