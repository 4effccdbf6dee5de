package social.greenroom.standalone.operatortests;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import social.greenroom.crds.Crds;
import social.greenroom.standalone.kube.EmbeddedKube;
import social.greenroom.standalone.kube.KubeConfig;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.lookup.Lookup;
import social.greenroom.store.testing.TestDatabase;

/** A real PostgreSQL, the embedded Kubernetes API with our definitions, and the real operator. */
final class OperatorWorld implements AutoCloseable {
  private static final PatchContext APPLY =
      new PatchContext.Builder()
          .withPatchType(PatchType.SERVER_SIDE_APPLY)
          .withFieldManager("test")
          .withForce(true)
          .build();

  private final Path folder;
  private final TestDatabase database;
  private final TestDatabase kubeDatabase;
  private final EmbeddedKube kube;
  private final KubernetesClient client;
  private OperatorProcess operator;

  private OperatorWorld(Path folder) throws IOException {
    this.folder = folder;
    this.database = TestDatabase.create();
    this.kubeDatabase = TestDatabase.create();
    this.kube =
        EmbeddedKube.start(KubeConfig.of("127.0.0.1", 0, kubeDatabase.superuser(), random(32)));
    this.client =
        new KubernetesClientBuilder()
            .withConfig(new ConfigBuilder().withMasterUrl(kube.url()).build())
            .build();
    Crds.all().forEach(this::apply);
    Files.writeString(
        folder.resolve("deployment.key"), Base64.getEncoder().encodeToString(random(32)));
    this.operator = OperatorProcess.start(settings(), folder);
  }

  static OperatorWorld start(Path folder) throws IOException {
    return new OperatorWorld(folder);
  }

  private Map<String, String> settings() {
    var settings = new HashMap<String, String>();
    settings.put("quarkus.kubernetes-client.api-server-url", kube.url());
    settings.put("greenroom.db.url", database.jdbcUrl());
    settings.put("greenroom.db.app-password", database.passwords().app());
    settings.put("greenroom.db.lookup-password", database.passwords().lookup());
    settings.put("greenroom.db.provisioner-password", database.passwords().provisioner());
    settings.put("greenroom.key-file", folder.resolve("deployment.key").toString());
    settings.put("greenroom.media.dir", folder.resolve("media").toString());
    settings.put("greenroom.model.url", "http://127.0.0.1:1/model");
    settings.put("greenroom.model.key", "sandbox");
    settings.put("greenroom.operator.tick-check", "1s");
    settings.put("greenroom.operator.poll-interval", "1s");
    return settings;
  }

  void apply(HasMetadata resource) {
    client.resource(resource).patch(APPLY);
  }

  /** Applies every document of the YAML. */
  void apply(String yaml) {
    client
        .load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
        .items()
        .forEach(this::apply);
  }

  void applyExamples(String... prefixes) throws IOException {
    try (var files = Files.list(Path.of("../examples"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
        for (var prefix : prefixes) {
          if (file.getFileName().toString().startsWith(prefix)) {
            apply(Files.readString(file));
          }
        }
      }
    }
  }

  KubernetesClient client() {
    return client;
  }

  TenantDatabase tenants() {
    return database.tenants();
  }

  Lookup lookup() {
    return database.lookup();
  }

  OperatorProcess operator() {
    return operator;
  }

  /** Kills the operator and starts it anew. */
  void killAndStart() throws IOException, InterruptedException {
    operator.kill();
    operator = OperatorProcess.start(settings(), folder);
  }

  @Override
  public void close() throws Exception {
    operator.close();
    client.close();
    kube.close();
    database.close();
    kubeDatabase.close();
  }

  private static byte[] random(int bytes) {
    var random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return random;
  }
}
