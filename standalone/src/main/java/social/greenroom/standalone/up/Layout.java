package social.greenroom.standalone.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import social.greenroom.standalone.data.ClaimedPort;
import social.greenroom.standalone.data.DataDirectory;
import social.greenroom.standalone.data.Keys;
import social.greenroom.standalone.data.StartException;
import social.greenroom.standalone.postgres.PostgresServer;

/** Where everything of one run is: folders, keys and ports. */
public record Layout(
    DataDirectory data,
    Keys keys,
    int webPort,
    int kubernetesPort,
    int sandboxPort,
    int internalPort,
    int managementPort,
    PostgresServer postgres) {

  /**
   * Claims the ports, one in use being a sentence before anything is started, and starts
   * PostgreSQL.
   */
  static Layout start(UpOptions options, DataDirectory data, Keys keys, Foundation foundation) {
    var web = foundation.add(ClaimedPort.of(options.webPort(), "the page", "--port"));
    var kubernetes =
        foundation.add(
            ClaimedPort.of(options.kubernetesPort(), "the Kubernetes API", "--kubernetes-port"));
    // Resources name the sandbox's address, so "any port" is the same one from run to run.
    var sandbox =
        foundation.add(
            options.sandboxPort() == 0
                ? ClaimedPort.remembered(data.root().resolve("sandbox-port"))
                : ClaimedPort.of(options.sandboxPort(), "the sandbox", "--sandbox-port"));
    // Jobs of the run before name it too.
    var internal = foundation.add(ClaimedPort.remembered(data.root().resolve("internal-port")));
    var management = foundation.add(ClaimedPort.of(0, "the API server's probes", "--port"));
    var postgres = foundation.add(PostgresServer.in(data.postgres(), keys.password("postgres")));
    postgres.start();
    return new Layout(
        data,
        keys,
        web.number(),
        kubernetes.number(),
        sandbox.number(),
        internal.number(),
        management.number(),
        postgres);
  }

  String databaseUrl(String database) {
    return postgres.url(database);
  }

  String webUrl() {
    return "http://127.0.0.1:" + webPort;
  }

  String kubernetesUrl() {
    return "http://127.0.0.1:" + kubernetesPort;
  }

  String sandboxUrl() {
    return "http://127.0.0.1:" + sandboxPort;
  }

  /** Where Jobs reach the API server. */
  String internalUrl() {
    return "http://127.0.0.1:" + internalPort;
  }

  /** Where the API server's probes and metrics are. */
  String managementUrl() {
    return "http://127.0.0.1:" + managementPort;
  }

  /** The file that the program logs to; its folder is there. */
  Path log(String program) {
    try {
      Files.createDirectories(data.log());
    } catch (IOException e) {
      throw new StartException("The folder %s can't be made.".formatted(data.log()), e);
    }
    return data.log().resolve(program + ".log");
  }

  /** The clone that Greenroom was started from; the {@code greenroom} script tells it. */
  public static Path home() {
    return Path.of(System.getProperty("greenroom.home", "."));
  }
}
