package social.greenroom.standalone.up;

import static java.util.Objects.requireNonNull;

import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import social.greenroom.standalone.data.StartException;
import social.greenroom.standalone.kube.EmbeddedKube;
import social.greenroom.standalone.kube.KubeConfig;
import social.greenroom.standalone.kube.KubeConnections;

/** The embedded Kubernetes API as a program: its settings come by name. */
public final class KubernetesProgram implements AutoCloseable {
  static final String PORT = "GREENROOM_KUBE_PORT";
  static final String URL = "GREENROOM_KUBE_DB_URL";
  static final String PASSWORD = "GREENROOM_KUBE_DB_PASSWORD";
  static final String KEY = "GREENROOM_KUBE_KEY";

  private final AgroalDataSource source;
  private final EmbeddedKube kube;

  private KubernetesProgram(AgroalDataSource source, EmbeddedKube kube) {
    this.source = source;
    this.kube = kube;
  }

  static KubernetesProgram start(Map<String, String> settings) {
    try {
      var source =
          KubeConnections.to(
              requireNonNull(settings.get(URL)),
              Databases.KUBE_ROLE,
              requireNonNull(settings.get(PASSWORD)));
      var key = Base64.getDecoder().decode(settings.get(KEY));
      var port = Integer.parseInt(settings.get(PORT));
      return new KubernetesProgram(
          source, EmbeddedKube.start(KubeConfig.of("127.0.0.1", port, source, key)));
    } catch (SQLException e) {
      throw new StartException(
          "The Kubernetes API can't reach its database: %s.".formatted(e.getMessage()), e);
    }
  }

  /** Runs it as a process of its own, with its settings in the environment. */
  public static void main(String... arguments) throws InterruptedException {
    var program = start(System.getenv());
    Runtime.getRuntime().addShutdownHook(new Thread(program::close));
    new CountDownLatch(1).await();
  }

  @Override
  public void close() {
    kube.close();
    source.close();
  }
}
