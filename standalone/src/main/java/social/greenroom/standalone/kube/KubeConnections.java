package social.greenroom.standalone.kube;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import java.time.Duration;

/** The connections of an embedded API to its database. */
public final class KubeConnections {
  private static final int MOST = 6;
  private static final Duration IDLE_CHECK = Duration.ofSeconds(2);

  private KubeConnections() {}

  /**
   * Connections that outlive the server's end: those it dropped are replaced.
   *
   * @throws SQLException when the database can't be reached
   */
  public static AgroalDataSource to(String url, String role, String password) throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(MOST)
                        .idleValidationTimeout(IDLE_CHECK)
                        .connectionValidator(ConnectionValidator.defaultValidator())
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .connectionFactoryConfiguration(
                            factory ->
                                factory
                                    .jdbcUrl(url)
                                    .principal(new NamePrincipal(role))
                                    .credential(new SimplePassword(password)))));
  }
}
