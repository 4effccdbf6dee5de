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
        metadata: {name: %s, namespace: %s}
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
