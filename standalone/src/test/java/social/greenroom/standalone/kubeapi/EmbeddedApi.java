package social.greenroom.standalone.kubeapi;

import io.agroal.api.AgroalDataSource;
import java.security.SecureRandom;
import java.util.Optional;
import social.greenroom.standalone.kube.EmbeddedKube;
import social.greenroom.standalone.kube.KubeConfig;
import social.greenroom.standalone.kube.KubeDatabase;

/** The embedded API on an empty database. */
final class EmbeddedApi implements KubeApi {

  private final AgroalDataSource database = KubeDatabase.empty();
  private final EmbeddedKube kube;

  EmbeddedApi() {
    var key = new byte[32];
    new SecureRandom().nextBytes(key);
    kube = EmbeddedKube.start(KubeConfig.of("127.0.0.1", 0, database, key));
  }

  @Override
  public Access administrator() {
    return new Access(kube.url(), Optional.empty(), Optional.empty());
  }

  @Override
  public Optional<AuditLog> auditLog() {
    return Optional.empty();
  }

  @Override
  public void close() {
    kube.close();
    database.close();
  }
}
