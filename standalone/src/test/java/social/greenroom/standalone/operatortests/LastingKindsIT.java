package social.greenroom.standalone.operatortests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static social.greenroom.crds.condition.ConditionStatus.FALSE;
import static social.greenroom.crds.condition.ConditionStatus.TRUE;
import static social.greenroom.standalone.operatortests.OperatorWorld.NAMESPACE;
import static social.greenroom.standalone.operatortests.OperatorWorld.SOON;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.post.VariantState;
import social.greenroom.crds.account.Account;
import social.greenroom.crds.mcp.McpServer;
import social.greenroom.crds.talent.Talent;
import social.greenroom.crds.tenant.Tenant;
import social.greenroom.store.database.Database;
import social.greenroom.store.database.DatabaseConfig;
import social.greenroom.store.stop.NewStop;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.vault.DataKey;
import social.greenroom.store.vault.TokenVault;

/** Tenants, talents, accounts and servers: from the resource to the rows, and back. */
class LastingKindsIT {
  @TempDir static Path folder;
  private static OperatorWorld world;

  @BeforeAll
  static void start() throws IOException {
    world = OperatorWorld.start(folder);
    world.applyExamples("0", "1", "2", "3", "4");
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  @Test
  void theExamplesBecomeReady() {
    world.eventually(Tenant.class, "northlight", "Ready", TRUE);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(world.client().v1().events().inNamespace("default").list().getItems())
                    .anyMatch(
                        event ->
                            event.getInvolvedObject().getKind().equals("Tenant")
                                && event.getReason().equals("Ready")));
    for (var talent : List.of("aurora-lindqvist", "dex-okonkwo")) {
      world.eventually(Talent.class, talent, "Ready", TRUE);
      world.eventually(Talent.class, talent, "ProfileComplete", TRUE);
      await().atMost(SOON).until(() -> world.events(talent).contains("OwnerInvited"));
      // That they are ready to be invited goes without saying.
      assertThat(world.client().v1().events().inNamespace(NAMESPACE).list().getItems())
          .noneMatch(event -> event.getMessage().contains("nothing goes out before they say yes"));
    }
    for (var account :
        List.of("aurora-linkedin", "aurora-x", "aurora-mastodon", "dex-x", "dex-mastodon")) {
      world.eventually(Account.class, account, "Ready", TRUE);
      world.eventually(Account.class, account, "Connected", TRUE);
    }
    world.eventually(McpServer.class, "composio-x", "Ready", TRUE);
    world.eventually(McpServer.class, "composio-linkedin", "Ready", TRUE);
  }

  @Test
  void aTenantsJobsGetItsOwnLoginAndDataKeyWhichOpenItsTokens() {
    var tenant = world.northlight();
    var secret =
        world
            .client()
            .secrets()
            .inNamespace(NAMESPACE)
            .withName("greenroom-worker")
            .get()
            .getData();
    var config =
        DatabaseConfig.job(
            decode(secret.get("GREENROOM_DB_URL")),
            decode(secret.get("GREENROOM_DB_USER")),
            decode(secret.get("GREENROOM_DB_PASSWORD")),
            1);
    assertThat(config.jobTenant()).isEqualTo(tenant.id());
    var vault =
        new TokenVault(tenant.id(), DataKey.decode(decode(secret.get("GREENROOM_DATA_KEY"))));
    try (var database = Database.open(config)) {
      var token =
          database
              .tenants()
              .in(tenant.id(), session -> session.credentials().find(tenant.accountId()))
              .orElseThrow()
              .open(vault);
      assertThat(token.secret()).isEqualTo("sandbox-aurora");
    }
  }

  @Test
  void aNamespaceWithoutTheLabelLetsNobodyInUntilItIsLabelled() {
    world.apply(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: southlight
        ---
        apiVersion: greenroom.social/v1alpha1
        kind: Tenant
        metadata:
          name: southlight
        spec:
          displayName: Southlight
          namespace: southlight
        """);
    var condition = world.eventually(Tenant.class, "southlight", "Ready", FALSE);
    assertThat(condition.reason()).isEqualTo("NotOptedIn");
    assertThat(condition.message()).contains("greenroom.social/tenant=southlight");
    assertThat(world.lookup().tenantByName("southlight")).isEmpty();

    world.apply(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: southlight
          labels:
            greenroom.social/tenant: southlight
        """);
    world.eventually(Tenant.class, "southlight", "Ready", TRUE);
  }

  @Test
  void aNamespaceIsOneTenants() {
    world.eventually(Tenant.class, "northlight", "Ready", TRUE);
    world.apply(
        """
        apiVersion: greenroom.social/v1alpha1
        kind: Tenant
        metadata:
          name: usurper
        spec:
          displayName: Usurper
          namespace: northlight
        """);
    var condition = world.eventually(Tenant.class, "usurper", "Ready", FALSE);
    assertThat(condition.reason()).isEqualTo("NamespaceTaken");
    assertThat(world.lookup().tenantByNamespace("northlight").orElseThrow().name())
        .isEqualTo("northlight");
  }

  @Test
  void deletingATenantTakesItsJobsSecretAway() {
    world.apply(
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: farewell
          labels:
            greenroom.social/tenant: farewell
        ---
        apiVersion: greenroom.social/v1alpha1
        kind: Tenant
        metadata:
          name: farewell
        spec:
          displayName: Farewell
          namespace: farewell
        """);
    world.eventually(Tenant.class, "farewell", "Ready", TRUE);
    var secret = world.client().secrets().inNamespace("farewell").withName("greenroom-worker");
    assertThat(secret.get()).isNotNull();

    world.client().resources(Tenant.class).withName("farewell").delete();

    await().atMost(SOON).until(() -> world.find(Tenant.class, "farewell").isEmpty());
    assertThat(secret.get()).isNull();
  }

  @Test
  void aSlugIsOneTalents() {
    world.eventually(Talent.class, "dex-okonkwo", "Ready", TRUE);
    world.apply(talent("dex-the-second", "dex-okonkwo", "Europe/Berlin"));
    var condition = world.eventually(Talent.class, "dex-the-second", "Ready", FALSE);
    assertThat(condition.reason()).isEqualTo("SlugTaken");
  }

  @Test
  void anUnknownTimeZoneIsNamed() {
    world.apply(talent("lost-in-time", "lost-in-time", "Mars/Olympus"));
    var condition = world.eventually(Talent.class, "lost-in-time", "Ready", FALSE);
    assertThat(condition.message())
        .contains("timeZone 'Mars/Olympus'")
        .contains("Europe/Stockholm");
  }

  @Test
  void anAccountWaitsForItsTalentAndIsReadyOnceItIsThere() {
    world.apply(account("early-x", "early-bird", "early", "77"));
    var waiting = world.eventually(Account.class, "early-x", "Ready", FALSE);
    assertThat(waiting.reason()).isEqualTo("NoTalent");

    world.apply(talent("early-bird", "early-bird", "Europe/Berlin"));
    var tokenless =
        await()
            .atMost(SOON)
            .until(
                () -> world.condition(Account.class, "early-x", "Ready").orElseThrow(),
                condition -> condition.reason().equals("NoCredential"));
    assertThat(tokenless.message()).contains("credentials");
  }

  @Test
  void aSecretOfGreenroomsOwnIsNoAccountsToken() {
    world.apply(
        account("prying-x", "aurora-lindqvist", "prying", "7801")
            + """
              credentials:
                secretRef:
                  name: greenroom-worker
                  key: GREENROOM_DATA_KEY
            """);
    var refused =
        await()
            .atMost(SOON)
            .until(
                () -> world.condition(Account.class, "prying-x", "Ready").orElse(null),
                condition -> condition != null && condition.reason().equals("SecretRefused"));
    assertThat(refused.message()).contains("greenroom-worker").contains("credentials.secretRef");
  }

  @Test
  void aStopGivenInThePageShowsInTheStatus() {
    var tenant = world.northlight();
    world
        .tenants()
        .run(
            tenant.id(),
            session ->
                session
                    .stops()
                    .set(
                        new NewStop(
                            tenant.talentId(),
                            null,
                            "pause",
                            StopPolicy.HOLD,
                            "On holiday.",
                            "Aurora",
                            null)));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(
                        world
                            .find(Talent.class, "aurora-lindqvist")
                            .orElseThrow()
                            .getStatus()
                            .effectiveStopPolicy()
                            .wireName())
                    .isEqualTo("Hold"));
    world
        .tenants()
        .run(
            tenant.id(),
            session ->
                session
                    .stops()
                    .inForce()
                    .forEach(stop -> session.stops().lift(stop.id(), "Aurora", null)));
  }

  @Test
  void deletingAnAccountCancelsWhatIsntPublishedAndKeepsHistory() {
    world.apply(talent("leaving", "leaving", "Europe/Berlin"));
    world.apply(account("leaving-x", "leaving", "leaving", "78"));
    var tenant = world.northlight();
    var account =
        await()
            .atMost(SOON)
            .until(
                () ->
                    world
                        .tenants()
                        .in(tenant.id(), session -> session.accounts().byName("leaving-x")),
                Optional::isPresent)
            .orElseThrow();
    var leaving =
        new SeededTenant(
            tenant.database(),
            tenant.id(),
            "leaving",
            tenant.ownerId(),
            account.talentId(),
            account.id(),
            "78");
    var waiting = leaving.waiting("Goodbye.");

    world
        .find(Account.class, "leaving-x")
        .ifPresent(found -> world.client().resource(found).delete());
    await().atMost(SOON).until(() -> world.find(Account.class, "leaving-x").isEmpty());

    var after =
        world
            .tenants()
            .in(tenant.id(), session -> session.variants().find(waiting.id()))
            .orElseThrow();
    assertThat(after.state()).isEqualTo(VariantState.CANCELLED);
    assertThat(after.cancelledReason()).isEqualTo("The account leaving-x was deleted.");
    assertThat(world.events("leaving-x")).contains("Cancelled");
  }

  private static String talent(String name, String slug, String zone) {
    return """
        apiVersion: greenroom.social/v1alpha1
        kind: Talent
        metadata:
          name: %s
          namespace: northlight
        spec:
          slug: %s
          displayName: Somebody
          timeZone: %s
          owner:
            email: somebody@northlight.example
        """
        .formatted(name, slug, zone);
  }

  private static String account(String name, String talent, String handle, String remoteId) {
    return """
        apiVersion: greenroom.social/v1alpha1
        kind: Account
        metadata:
          name: %s
          namespace: northlight
        spec:
          talentRef:
            name: %s
          platform: x
          channel: mcp
          handle: %s
          remoteId: "%s"
        """
        .formatted(name, talent, handle, remoteId);
  }

  private static String decode(String value) {
    return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
  }
}
