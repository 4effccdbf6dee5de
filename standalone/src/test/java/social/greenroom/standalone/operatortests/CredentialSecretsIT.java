package social.greenroom.standalone.operatortests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static social.greenroom.crds.condition.ConditionStatus.FALSE;
import static social.greenroom.crds.condition.ConditionStatus.TRUE;
import static social.greenroom.standalone.operatortests.OperatorWorld.NAMESPACE;
import static social.greenroom.standalone.operatortests.OperatorWorld.OWN_NAMESPACE;
import static social.greenroom.standalone.operatortests.OperatorWorld.SOON;

import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.channel.HealthReport;
import social.greenroom.crds.account.Account;
import social.greenroom.crds.condition.Condition;
import social.greenroom.crds.condition.Conditions;
import social.greenroom.crds.mcp.McpServer;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.vault.CredentialRow;

/** Only Secrets that somebody marked are read, and a change of one reaches who names it. */
class CredentialSecretsIT {
  private static final HealthReport OK = new HealthReport(HealthReport.Health.OK, null, null);

  @TempDir static Path folder;
  private static OperatorWorld world;
  private static SeededTenant tenant;

  @BeforeAll
  static void start() throws IOException {
    world = OperatorWorld.start(folder);
    world.applyExamples("0", "1", "2", "3", "4");
    tenant = world.northlight();
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  @Test
  void anAccountsSecretIsReadOnceItIsMarked() {
    world.apply(secret(NAMESPACE, "unmarked", "first"));
    world.apply(
        """
        apiVersion: greenroom.social/v1alpha1
        kind: Account
        metadata: {name: guarded-x, namespace: northlight}
        spec:
          talentRef: {name: aurora-lindqvist}
          platform: x
          channel: mcp
          handle: guarded
          remoteId: "7901"
          credentials: {secretRef: {name: unmarked, key: token}}
        """);
    var waiting = world.eventually(Account.class, "guarded-x", "Ready", FALSE);
    assertThat(waiting.reason()).isEqualTo("SecretNotMarked");
    assertThat(waiting.message())
        .contains("kubectl -n northlight label secret unmarked greenroom.social/credential=true");
    var account = account("guarded-x");
    assertThat(credential(account)).isEmpty();

    mark(NAMESPACE, "unmarked");

    await().atMost(SOON).until(() -> credential(account), Optional::isPresent);
  }

  @Test
  void aChangedSecretIsSealedAnewForAnAccountThatWaitsForNothing() {
    var account = account("dex-mastodon");
    var before =
        await()
            .atMost(SOON)
            .until(() -> credential(account), Optional::isPresent)
            .orElseThrow()
            .source();
    world.tenants().run(tenant.id(), session -> session.accounts().report(account, OK));
    world.eventually(Account.class, "dex-mastodon", "Healthy", TRUE);

    var secrets = world.client().secrets().inNamespace(NAMESPACE).withName("network-tokens");
    secrets.patch(
        PatchContext.of(PatchType.JSON_MERGE), "{\"stringData\": {\"renewed\": \"another\"}}");

    await().atMost(SOON).until(() -> !credential(account).orElseThrow().source().equals(before));
    await().atMost(SOON).until(() -> world.events("dex-mastodon").contains("CredentialSealed"));
  }

  @Test
  void aServersKeyIsReadOnceItsSecretIsMarked() {
    world.apply(secret(NAMESPACE, "server-key", "key"));
    world.apply(server(NAMESPACE, "guarded", "server-key"));
    assertThat(world.eventually(McpServer.class, "guarded", "Ready", FALSE).reason())
        .isEqualTo("SecretNotMarked");

    mark(NAMESPACE, "server-key");

    world.eventually(McpServer.class, "guarded", "Ready", TRUE);
  }

  @Test
  void aSharedServersKeyIsReadByItsNameOnceItsSecretIsMarked() {
    world.apply(secret(OWN_NAMESPACE, "shared-key", "key"));
    world.apply(server(OWN_NAMESPACE, "shared", "shared-key"));
    var server =
        world.client().resources(McpServer.class).inNamespace(OWN_NAMESPACE).withName("shared");
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(ready(server.get())).contains("SecretNotMarked"));

    mark(OWN_NAMESPACE, "shared-key");
    // Nothing tells of it there: it is found when the server is looked at next.
    server.patch(
        PatchContext.of(PatchType.JSON_MERGE),
        "{\"spec\": {\"url\": \"http://127.0.0.1:8090/shared\"}}");

    await().atMost(SOON).untilAsserted(() -> assertThat(ready(server.get())).contains("Ready"));
  }

  @Test
  void anAccountCannotHaveATokenSentToAHostOfItsChoice() {
    world.apply(mastodon("prying", "https://evil.example"));

    var refused = world.eventually(Account.class, "prying", "Connected", FALSE);
    assertThat(refused.reason()).isEqualTo("HostNotAllowed");
    assertThat(refused.message())
        .contains("Secret 'network-tokens' may not be sent to evil.example", "correct endpoint");
    assertThat(credential(account("prying"))).isEmpty();

    world.apply(mastodon("prying", "http://127.0.0.1:8090/mastodon"));
    await().atMost(SOON).until(() -> host("prying"), "127.0.0.1"::equals);

    // Sealed for one host, and not connected yet, so that the type lets it move.
    world.apply(mastodon("prying", "https://evil.example"));
    assertThat(world.eventually(Account.class, "prying", "Connected", FALSE).reason())
        .isEqualTo("HostNotAllowed");
    assertThat(host("prying")).isEqualTo("127.0.0.1");
  }

  @Test
  void aSecretThatNamesNoHostSaysHowToNameOne() {
    world.apply(secret(NAMESPACE, "unbound", "token").replace(": 127.0.0.1}", ": \"\"}"));
    mark(NAMESPACE, "unbound");
    world.apply(
        mastodon("bound-later", "https://mastodon.example")
            .replace("network-tokens", "unbound")
            .replace("aurora-mastodon", "token"));
    var waiting = world.eventually(Account.class, "bound-later", "Ready", FALSE);
    assertThat(waiting.reason()).isEqualTo("SecretNotBound");
    assertThat(waiting.message())
        .contains(
            "kubectl -n northlight annotate secret unbound greenroom.social/credential-hosts=mastodon.example");

    hosts("unbound", "mastodon.example");
    await().atMost(SOON).until(() -> host("bound-later"), "mastodon.example"::equals);

    hosts("unbound", "other.example");
    await().atMost(SOON).until(() -> host("bound-later"), ""::equals);
    assertThat(world.eventually(Account.class, "bound-later", "Connected", FALSE).reason())
        .isEqualTo("HostNotAllowed");
  }

  @Test
  void aTokenFollowsItsServerOnlyToHostsThatItsSecretNames() {
    var account = "dex-x";
    await().atMost(SOON).until(() -> host(account), "127.0.0.1"::equals);
    var server = world.find(McpServer.class, "composio-x").orElseThrow();

    moved(server, "https://evil.example/mcp");
    assertThat(world.eventually(Account.class, account, "Connected", FALSE).message())
        .contains("evil.example", "url of McpServer 'composio-x'");
    assertThat(host(account)).isEqualTo("127.0.0.1");

    moved(server, server.getSpec().url());
    await()
        .atMost(SOON)
        .until(
            () -> world.condition(Account.class, account, "Connected").orElseThrow().reason(),
            reason -> !reason.equals("HostNotAllowed"));
    assertThat(host(account)).isEqualTo("127.0.0.1");
  }

  @Test
  void aServersKeyIsNotSentElsewhereEither() {
    world.apply(secret(NAMESPACE, "kept-key", "key"));
    mark(NAMESPACE, "kept-key");
    world.apply(server(NAMESPACE, "keyed", "kept-key"));
    world.eventually(McpServer.class, "keyed", "Ready", TRUE);

    moved(world.find(McpServer.class, "keyed").orElseThrow(), "https://evil.example/mcp");

    assertThat(world.eventually(McpServer.class, "keyed", "Ready", FALSE).reason())
        .isEqualTo("HostNotAllowed");
    var row =
        world.tenants().in(tenant.id(), session -> session.mcpServers().byName("keyed", false));
    assertThat(row.orElseThrow().url()).isEqualTo("http://127.0.0.1:8090/mcp");
  }

  private static void moved(McpServer server, String url) {
    world
        .client()
        .resource(server)
        .patch(
            PatchContext.of(PatchType.JSON_MERGE), "{\"spec\": {\"url\": \"%s\"}}".formatted(url));
  }

  private static void hosts(String secret, String hosts) {
    world
        .client()
        .secrets()
        .inNamespace(NAMESPACE)
        .withName(secret)
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"metadata\": {\"annotations\": {\"greenroom.social/credential-hosts\": \"%s\"}}}"
                .formatted(hosts));
  }

  private static String host(String account) {
    return world
        .tenants()
        .in(tenant.id(), session -> session.accounts().byName(account))
        .flatMap(row -> credential(row.id()))
        .map(row -> String.valueOf(row.host()))
        .orElse("none is kept");
  }

  private static String mastodon(String name, String endpoint) {
    return """
        apiVersion: greenroom.social/v1alpha1
        kind: Account
        metadata: {name: %1$s, namespace: northlight}
        spec:
          talentRef: {name: aurora-lindqvist}
          platform: mastodon
          channel: api
          handle: %1$s
          endpoint: %2$s
          credentials: {secretRef: {name: network-tokens, key: aurora-mastodon}}
        """
        .formatted(name, endpoint);
  }

  private static Optional<String> ready(McpServer server) {
    return Optional.ofNullable(server.getStatus())
        .flatMap(status -> Conditions.find(status.conditions(), "Ready"))
        .map(Condition::reason);
  }

  private static UUID account(String name) {
    return world
        .tenants()
        .in(tenant.id(), session -> session.accounts().byName(name))
        .orElseThrow()
        .id();
  }

  private static Optional<CredentialRow> credential(UUID account) {
    return world.tenants().in(tenant.id(), session -> session.credentials().find(account));
  }

  private static void mark(String namespace, String name) {
    world
        .client()
        .secrets()
        .inNamespace(namespace)
        .withName(name)
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"metadata\": {\"labels\": {\"greenroom.social/credential\": \"true\"}}}");
  }

  private static String secret(String namespace, String name, String token) {
    return """
        apiVersion: v1
        kind: Secret
        metadata:
          name: %s
          namespace: %s
          annotations: {greenroom.social/credential-hosts: 127.0.0.1}
        stringData: {token: %s}
        """
        .formatted(name, namespace, token);
  }

  private static String server(String namespace, String name, String secret) {
    return """
        apiVersion: greenroom.social/v1alpha1
        kind: McpServer
        metadata: {name: %s, namespace: %s}
        spec:
          url: http://127.0.0.1:8090/mcp
          serves: {platforms: [mastodon]}
          auth: {secretRef: {name: %s, key: token}}
        """
        .formatted(name, namespace, secret);
  }
}
