package social.greenroom.store.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

class DataKeysIT {
  private static final String SECRET = "tok-77aa";
  @TempDir private Path folder;
  private TestDatabase database;
  private SeededTenant tenant;
  private DeploymentKey deploymentKey;
  private DataKeys keys;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    tenant = database.seedTenant("keys");
    deploymentKey = DeploymentKey.readOrCreate(folder.resolve("deployment.key"));
    keys = new DataKeys(database.tenants(), deploymentKey);
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void aJobOpensWhatTheOperatorSealed() {
    put("v1");
    var vault = new TokenVault(tenant.id(), DataKey.decode(keys.of(tenant.id()).encoded()));
    var credential =
        database
            .job(tenant.id())
            .tenants()
            .in(tenant.id(), s -> s.credentials().find(tenant.accountId()));
    assertThat(credential.orElseThrow().open(vault).secret()).isEqualTo(SECRET);
    assertThat(credential.orElseThrow().toString()).doesNotContain(SECRET);
  }

  @Test
  void aRowMovedToAnotherAccountOrTenantDoesntOpen() throws SQLException {
    put("v1");
    var other = tenant.addAccount("other");
    var stranger = database.seedTenant("stranger");
    try (var app = database.asApp(tenant.id())) {
      app.update(
          """
          insert into greenroom.credential (tenant_id, account_id, secret)
          select tenant_id, ?, secret from greenroom.credential
          """,
          other);
    }
    var moved = database.tenants().in(tenant.id(), s -> s.credentials().find(other)).orElseThrow();
    var vault = keys.vault(tenant.id());
    assertThatThrownBy(() -> moved.open(vault)).isInstanceOf(VaultException.class);
    var strangers = keys.vault(stranger.id());
    assertThatThrownBy(() -> strangers.open(tenant.accountId(), find().secret()))
        .isInstanceOf(VaultException.class);
  }

  @Test
  void theSameSourceIsSealedOnce() {
    assertThat(put("v1")).isTrue();
    assertThat(put("v1")).isFalse();
    assertThat(put("v2")).isTrue();
    assertThat(find().version()).isEqualTo(2);
  }

  @Test
  void rotationSealsAnewAndOldJobsGoOnUntilTheOldKeyIsForgotten() {
    put("v1");
    var before = find().secret();
    var oldJob = keys.vault(tenant.id());
    keys.rotate(tenant.id());
    assertThat(find().secret()).isNotEqualTo(before);
    var vault = keys.vault(tenant.id());
    assertThat(find().open(vault).secret()).isEqualTo(SECRET);
    assertThat(vault.open(tenant.accountId(), before)).isEqualTo(SECRET);

    keys.forgetOldKeys(tenant.id());
    var forgetful = keys.vault(tenant.id());
    assertThat(find().open(forgetful).secret()).isEqualTo(SECRET);
    assertThatThrownBy(() -> forgetful.open(tenant.accountId(), before))
        .isInstanceOf(VaultException.class);
    assertThatThrownBy(() -> find().open(oldJob)).isInstanceOf(VaultException.class);
  }

  @Test
  void anotherDeploymentKeyOpensOnlyAfterRewrapping() {
    put("v1");
    var next = DeploymentKey.readOrCreate(folder.resolve("next.key"));
    var after = new DataKeys(database.tenants(), next);
    assertThatThrownBy(() -> after.of(tenant.id()))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("another than the one it was wrapped with");
    keys.rewrap(tenant.id(), next);
    assertThat(find().open(after.vault(tenant.id())).secret()).isEqualTo(SECRET);
  }

  @Test
  void oneProcessRenewsACredentialAndTheOthersWait() {
    put("v1");
    var vault = keys.vault(tenant.id());
    assertThat(lease("a", 1)).isPresent();
    assertThat(lease("b", 1)).isEmpty();
    assertThat(renew("b", 1, vault.seal(tenant.accountId(), "stolen"))).isFalse();
    assertThat(renew("a", 1, vault.seal(tenant.accountId(), "renewed"))).isTrue();
    assertThat(find().open(vault).secret()).isEqualTo("renewed");
    assertThat(lease("b", 1)).isEmpty();
    assertThat(lease("b", 2)).isPresent();
  }

  @Test
  void aLeaseThatRanOutIsAnybodys() {
    put("v1");
    Optional<CredentialRow> first =
        database
            .tenants()
            .in(
                tenant.id(),
                s -> s.credentials().lease(tenant.accountId(), 1, "dead", Duration.ofMillis(-1)));
    assertThat(first).isPresent();
    assertThat(lease("b", 1)).isPresent();
  }

  @Test
  void aTokenForAnotherHostIsAnotherToken() {
    put("v1", "mastodon.example");
    assertThat(put("v1", "mastodon.example")).isFalse();
    assertThat(find().mayGoTo("https://mastodon.example/api")).isTrue();
    assertThat(find().mayGoTo("https://mastodon.example.org/api")).isFalse();
    assertThat(put("v1", "mastodon.example.org")).isTrue();
    assertThat(find().mayGoTo("https://mastodon.example.org/api")).isTrue();
    assertThat(find().mayGoTo("https://mastodon.example/api")).isFalse();
  }

  @Test
  void aTokenMayBeForNobody() {
    put("v1", "mastodon.example");
    database.tenants().run(tenant.id(), s -> s.credentials().bind(tenant.accountId(), ""));
    assertThat(find().mayGoTo("https://mastodon.example")).isFalse();
    assertThat(find().mayGoTo("https://")).isFalse();
    assertThat(put("v1", "mastodon.example")).isTrue();
    assertThat(find().mayGoTo("https://mastodon.example")).isTrue();
  }

  private boolean put(String source) {
    return put(source, null);
  }

  private boolean put(String source, String host) {
    var sealed = keys.vault(tenant.id()).seal(tenant.accountId(), SECRET);
    return database
        .tenants()
        .in(tenant.id(), s -> s.credentials().put(tenant.accountId(), sealed, source, host));
  }

  private CredentialRow find() {
    return database
        .tenants()
        .in(tenant.id(), s -> s.credentials().find(tenant.accountId()))
        .orElseThrow();
  }

  private Optional<CredentialRow> lease(String holder, int version) {
    UUID account = tenant.accountId();
    return database
        .tenants()
        .in(
            tenant.id(),
            s -> s.credentials().lease(account, version, holder, Duration.ofMinutes(1)));
  }

  private boolean renew(String holder, int version, SealedSecret secret) {
    return database
        .tenants()
        .in(tenant.id(), s -> s.credentials().renew(tenant.accountId(), version, holder, secret));
  }
}
