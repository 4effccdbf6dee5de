package social.greenroom.standalone.kubeapi;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A real kube-apiserver with an etcd of its own, on the loopback interface, with RBAC and an audit
 * log. Of the control plane's controllers those run that clear away: namespaces, dependants of
 * deleted owners, finished Jobs. Nothing runs Jobs or pods: tests say what becomes of those.
 */
final class ServerApi implements KubeApi {

  private static final String CONTROLLERS =
      "namespace-controller,garbage-collector-controller,ttl-after-finished-controller";

  private final ServerPrograms programs;
  private final Path folder;
  private final Deque<ServerProcess> running = new ArrayDeque<>();
  private final Access administrator;

  private ServerApi(ServerPrograms programs, Path folder) throws IOException {
    this.programs = programs;
    this.folder = folder;
    try {
      administrator = startApiserver(startEtcd());
      startControllers();
    } catch (RuntimeException | IOException e) {
      close();
      throw e;
    }
  }

  static ServerApi start(ServerPrograms programs) throws IOException {
    Path runs = Files.createDirectories(Path.of("target/kube-apiserver"));
    return new ServerApi(programs, Files.createTempDirectory(runs.toAbsolutePath(), "run-"));
  }

  private String startEtcd() throws IOException {
    String url = "http://127.0.0.1:" + ServerProcess.freePort();
    String peers = "http://127.0.0.1:" + ServerProcess.freePort();
    ServerProcess etcd =
        run(
            programs.etcd(),
            "--data-dir=" + folder.resolve("etcd"),
            "--listen-client-urls=" + url,
            "--advertise-client-urls=" + url,
            "--listen-peer-urls=" + peers,
            "--initial-advertise-peer-urls=" + peers,
            "--initial-cluster=default=" + peers);
    HttpRequest health =
        HttpRequest.newBuilder(URI.create(url + "/health")).timeout(Duration.ofSeconds(5)).build();
    etcd.awaitReady(
        () ->
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(health, HttpResponse.BodyHandlers.ofString())
                .body()
                .contains("true"));
    return url;
  }

  private Access startApiserver(String etcdUrl) throws IOException {
    String token = UUID.randomUUID().toString();
    Path tokens = write("tokens.csv", token + ",admin,1,\"system:masters\"\n");
    Path signingKey = write("service-accounts.key", newKey());
    Path auditPolicy = write("audit-policy.yaml", AuditLog.POLICY);
    int port = ServerProcess.freePort();
    ServerProcess apiserver =
        run(
            programs.apiserver(),
            "--etcd-servers=" + etcdUrl,
            "--bind-address=127.0.0.1",
            "--advertise-address=127.0.0.1",
            "--endpoint-reconciler-type=none",
            "--secure-port=" + port,
            "--cert-dir=" + folder.resolve("certificates"),
            "--token-auth-file=" + tokens,
            "--authorization-mode=RBAC",
            "--service-account-issuer=https://kubernetes.default.svc",
            "--service-account-signing-key-file=" + signingKey,
            "--service-account-key-file=" + signingKey,
            "--service-cluster-ip-range=10.0.0.0/24",
            "--audit-policy-file=" + auditPolicy,
            "--audit-log-path=" + folder.resolve("audit.log"),
            // Nobody makes the namespaces' default accounts here.
            "--disable-admission-plugins=ServiceAccount");
    // The server writes the certificate that it makes for itself, with that of its issuer.
    Path certificates = folder.resolve("certificates/apiserver.crt");
    Access access =
        new Access("https://127.0.0.1:" + port, Optional.of(token), Optional.of(certificates));
    apiserver.awaitReady(
        () -> {
          try (KubernetesClient client = KubeApi.client(access, "default")) {
            return "ok".equals(client.raw("/readyz"))
                && client.namespaces().withName("default").get() != null;
          }
        });
    return access;
  }

  private void startControllers() throws IOException {
    Path kubeconfig = administrator.kubeconfig(folder.resolve("admin.kubeconfig"), "default");
    run(
        programs.controllerManager(),
        "--kubeconfig=" + kubeconfig,
        "--controllers=" + CONTROLLERS,
        "--leader-elect=false",
        "--secure-port=0");
  }

  private ServerProcess run(Path program, String... options) throws IOException {
    Path log = folder.resolve(program.getFileName() + ".log");
    ServerProcess process = ServerProcess.start(program, List.of(options), log);
    running.push(process);
    return process;
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  /** With which the server signs the tokens of service accounts. */
  private static String newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
      return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
          .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Access administrator() {
    return administrator;
  }

  @Override
  public Optional<AuditLog> auditLog() {
    return Optional.of(new AuditLog(folder.resolve("audit.log")));
  }

  @Override
  public void close() {
    running.forEach(ServerProcess::close);
    running.clear();
    deleteData();
  }

  /** The logs stay; etcd reserves 64 MiB for each run. */
  private void deleteData() {
    try (var files = Files.walk(folder.resolve("etcd"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
