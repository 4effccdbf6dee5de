package social.greenroom.standalone.operatortests;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.greenroom.core.access.Role;
import social.greenroom.crds.account.Account;
import social.greenroom.crds.condition.Condition;
import social.greenroom.crds.condition.ConditionStatus;
import social.greenroom.crds.condition.Conditioned;
import social.greenroom.crds.condition.Conditions;
import social.greenroom.crds.mcp.McpServer;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.series.PostSeries;
import social.greenroom.crds.talent.Talent;
import social.greenroom.crds.tenant.Tenant;
import social.greenroom.standalone.kubeapi.Access;
import social.greenroom.standalone.kubeapi.GreenroomDefinitions;
import social.greenroom.standalone.kubeapi.KubeApi;
import social.greenroom.store.database.Database;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.database.TenantLogin;
import social.greenroom.store.lookup.Lookup;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

/** A real PostgreSQL, a Kubernetes API with our definitions, and the real operator. */
final class OperatorWorld implements AutoCloseable {
  static final Duration SOON = Duration.ofSeconds(30);
  static final String NAMESPACE = "northlight";
  static final String OWN_NAMESPACE = "greenroom-system";
  private static final PatchContext APPLY =
      new PatchContext.Builder()
          .withPatchType(PatchType.SERVER_SIDE_APPLY)
          .withFieldManager("test")
          .withForce(true)
          .build();

  private static final byte[] SIGNING_KEY = random(32);

  private final Path folder;
  private final Map<String, String> changed;
  private final TestDatabase database;
  private final KubeApi kube;
  private final FaultyProxy proxy;
  private final KubernetesClient client;

  /** Of a cluster, which knows users: there the operator has the chart's permissions, no more. */
  private final Optional<ChartRoles> roles;

  private final Access access;
  private OperatorProcess operator;

  private OperatorWorld(Path folder, Map<String, String> changed) throws IOException {
    this.folder = folder;
    this.changed = changed;
    this.database = TestDatabase.create();
    this.kube = KubeApi.start();
    this.proxy = FaultyProxy.before(URI.create(kube.administrator().url()));
    this.client = kube.client("default");
    GreenroomDefinitions.define(client);
    client
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(OWN_NAMESPACE).endMetadata().build())
        .create();
    this.roles = kube.auditLog().map(log -> new ChartRoles(client));
    this.access =
        roles.map(chart -> kube.administrator().as(chart.install())).orElseGet(kube::administrator);
    Files.writeString(
        folder.resolve("deployment.key"), Base64.getEncoder().encodeToString(random(32)));
    this.operator = OperatorProcess.start(settings(), name(1));
  }

  /** Ticks come only where a test asks for them. */
  static OperatorWorld start(Path folder) throws IOException {
    return start(folder, Map.of("greenroom.operator.tick-check", "1h"));
  }

  static OperatorWorld start(Path folder, Map<String, String> changed) throws IOException {
    return new OperatorWorld(folder, changed);
  }

  private Map<String, String> settings() {
    var settings = new HashMap<String, String>();
    settings.putAll(access.settings());
    settings.put("quarkus.kubernetes-client.api-server-url", proxy.url());
    settings.put("greenroom.db.url", database.jdbcUrl());
    settings.put("greenroom.db.app-password", database.passwords().app());
    settings.put("greenroom.db.lookup-password", database.passwords().lookup());
    settings.put("greenroom.db.provisioner-password", database.passwords().provisioner());
    settings.put("greenroom.key-file", folder.resolve("deployment.key").toString());
    settings.put("greenroom.media.dir", folder.resolve("media").toString());
    settings.put("greenroom.media.url", "http://127.0.0.1:1");
    settings.put("greenroom.media.signing-key", Base64.getEncoder().encodeToString(SIGNING_KEY));
    settings.put("greenroom.model.url", "http://127.0.0.1:1/model");
    settings.put("greenroom.model.key", "sandbox");
    settings.put("greenroom.operator.poll-interval", "1s");
    settings.put("greenroom.operator.orphan-after", "2s");
    settings.put("greenroom.operator.leader-election.enabled", "false");
    settings.putAll(changed);
    return settings;
  }

  void apply(HasMetadata resource) {
    client.resource(resource).patch(APPLY);
    if (resource instanceof Namespace) {
      roles.ifPresent(chart -> chart.enter(resource.getMetadata().getName()));
    }
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

  /** Waits until the condition of the resource has that status. */
  <T extends CustomResource<?, ? extends Conditioned>> Condition eventually(
      Class<T> kind, String name, String type, ConditionStatus status) {
    return await("%s %s is %s=%s".formatted(kind.getSimpleName(), name, type, status))
        .atMost(SOON)
        .until(
            () -> condition(kind, name, type),
            found -> found.filter(condition -> condition.status() == status).isPresent())
        .orElseThrow();
  }

  <T extends CustomResource<?, ? extends Conditioned>> Optional<Condition> condition(
      Class<T> kind, String name, String type) {
    return find(kind, name)
        .flatMap(resource -> Optional.ofNullable(resource.getStatus()))
        .flatMap(status -> Conditions.find(status.conditions(), type));
  }

  /** A resource of the examples' namespace, or of the cluster. */
  <T extends HasMetadata> Optional<T> find(Class<T> kind, String name) {
    var resources = client.resources(kind);
    return Optional.ofNullable(
        Namespaced.class.isAssignableFrom(kind)
            ? resources.inNamespace(NAMESPACE).withName(name).get()
            : resources.withName(name).get());
  }

  /** The Jobs of that kind. */
  List<Job> jobs(String kind) {
    return client
        .batch()
        .v1()
        .jobs()
        .inNamespace(NAMESPACE)
        .withLabel("greenroom.social/job", kind)
        .list()
        .getItems();
  }

  /** The reasons of the events told about it. */
  List<String> events(String name) {
    return client.v1().events().inNamespace(NAMESPACE).list().getItems().stream()
        .filter(event -> name.equals(event.getInvolvedObject().getName()))
        .map(Event::getReason)
        .toList();
  }

  /** The examples' tenant with Aurora's Mastodon account, owned by her. */
  SeededTenant northlight() {
    eventually(Account.class, "aurora-mastodon", "Ready", ConditionStatus.TRUE);
    var tenantId = lookup().tenantByName("northlight").orElseThrow().id();
    var owner = lookup().users().create("aurora@northlight.example", "Aurora", null).id();
    return tenants()
        .in(
            tenantId,
            session -> {
              var talent = session.talents().byName("aurora-lindqvist").orElseThrow().id();
              session.members().put(owner, Role.TALENT, talent);
              session.talents().acceptOwnership(talent, owner);
              var account = session.accounts().byName("aurora-mastodon").orElseThrow();
              return new SeededTenant(
                  database,
                  tenantId,
                  "northlight",
                  owner,
                  talent,
                  account.id(),
                  account.remoteId());
            });
  }

  /** A tenant in the database alone, with a talent and an account, and without a resource. */
  SeededTenant seedTenant(String name) {
    return database.seedTenant(name);
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

  /** The database as a process of the pool has it. */
  Database pool() {
    return database.open(database.poolConfig());
  }

  /**
   * What lies between the operator and the Kubernetes API; the test itself calls the API directly.
   */
  FaultyProxy proxy() {
    return proxy;
  }

  /** From now on that namespace lets the operator in no more. */
  void shutOut(String namespace) {
    roles.ifPresentOrElse(
        chart -> chart.leave(namespace),
        () -> proxy.forbid("/api/v1/namespaces/%s/secrets".formatted(namespace)));
  }

  /** The newest version of what the operator may write. */
  long version() {
    return Stream.of(
            Tenant.class,
            McpServer.class,
            Talent.class,
            Account.class,
            PostRequest.class,
            PostSeries.class,
            Secret.class,
            Job.class,
            Event.class)
        .flatMap(kind -> client.resources(kind).inAnyNamespace().list().getItems().stream())
        .mapToLong(resource -> Long.parseLong(resource.getMetadata().getResourceVersion()))
        .max()
        .orElse(0);
  }

  /** Whether its Jobs can log in to the database. */
  boolean hasLogin(UUID tenantId) throws SQLException {
    try (var connection = database.superuser().getConnection();
        var statement =
            connection.prepareStatement("select exists (select from pg_roles where rolname = ?)")) {
      statement.setString(1, TenantLogin.nameOf(tenantId));
      try (var result = statement.executeQuery()) {
        result.next();
        return result.getBoolean(1);
      }
    }
  }

  /** The newest transaction that left a row in one of the tables which reconcilers write. */
  long lastWrite() throws SQLException {
    var ofEach =
        Stream.of(
                "tenant",
                "talent",
                "account",
                "mcp_server",
                "credential",
                "tenant_key",
                "request",
                "series",
                "series_occurrence",
                "audit")
            .map("select max(xmin::text::bigint) as last from greenroom.%s"::formatted)
            .collect(Collectors.joining(" union all "));
    try (var connection = database.superuser().getConnection();
        var statement = connection.createStatement();
        var result =
            statement.executeQuery("select max(last) from (%s) writes".formatted(ofEach))) {
      result.next();
      return result.getLong(1);
    }
  }

  /** As if a Job had looked at all accounts that were to be looked at. */
  void forgetChecks(UUID tenantId) throws SQLException {
    try (var connection = database.superuser().getConnection();
        var statement =
            connection.prepareStatement(
                "delete from greenroom.account_check where tenant_id = ?")) {
      statement.setObject(1, tenantId);
      statement.executeUpdate();
    }
  }

  /** What no program may write, as after days, or at a network: past the database's rules. */
  void rewrite(String sql, Object... values) throws SQLException {
    try (var connection = database.superuser().getConnection();
        var rules = connection.createStatement()) {
      rules.execute("set session_replication_role = replica");
      update(connection, sql, values);
      rules.execute("set session_replication_role = origin");
    }
  }

  /** What the database's rules allow, as whoever may do it. */
  void act(String sql, Object... values) throws SQLException {
    try (var connection = database.superuser().getConnection()) {
      update(connection, sql, values);
    }
  }

  private static void update(Connection connection, String sql, Object... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  OperatorProcess operator() {
    return operator;
  }

  /** Starts an operator beside the first one. */
  OperatorProcess another(Map<String, String> changed) throws IOException {
    var settings = settings();
    settings.putAll(changed);
    return OperatorProcess.start(settings, name(2));
  }

  private String name(int operator) {
    return "%s-%d".formatted(folder.getFileName(), operator);
  }

  /** Kills the operator and starts it anew. */
  void killAndStart() throws IOException, InterruptedException {
    operator.kill();
    operator = OperatorProcess.start(settings(), name(1));
  }

  @Override
  public void close() throws Exception {
    operator.close();
    if (kube.auditLog().isPresent()) {
      OperatorCalls.remember(kube.auditLog().get(), client);
    }
    client.close();
    proxy.close();
    kube.close();
    database.close();
  }

  private static byte[] random(int bytes) {
    var random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return random;
  }
}
