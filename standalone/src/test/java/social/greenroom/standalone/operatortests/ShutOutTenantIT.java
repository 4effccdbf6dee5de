package social.greenroom.standalone.operatortests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static social.greenroom.crds.condition.ConditionStatus.TRUE;
import static social.greenroom.standalone.operatortests.OperatorWorld.SOON;

import io.fabric8.kubernetes.client.CustomResource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.crds.account.Account;
import social.greenroom.crds.account.AccountConditions;
import social.greenroom.crds.condition.Condition;
import social.greenroom.crds.condition.Conditions;
import social.greenroom.crds.talent.Talent;
import social.greenroom.crds.tenant.Tenant;

/** A tenant's end when what lets the operator into its namespace went first, as a prune may do. */
class ShutOutTenantIT {
  private static final String LEAVING =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: leaving, labels: {greenroom.social/tenant: leaving}}
      ---
      apiVersion: greenroom.social/v1alpha1
      kind: Tenant
      metadata: {name: leaving}
      spec: {displayName: Leaving, namespace: leaving}
      ---
      apiVersion: v1
      kind: Secret
      metadata:
        name: token
        namespace: leaving
        labels: {greenroom.social/credential: "true"}
        annotations: {greenroom.social/credential-hosts: mastodon.example}
      stringData: {token: sandbox-leaving}
      ---
      apiVersion: greenroom.social/v1alpha1
      kind: Talent
      metadata: {name: lena, namespace: leaving}
      spec: {slug: lena, displayName: Lena, owner: {email: lena@leaving.example}}
      ---
      apiVersion: greenroom.social/v1alpha1
      kind: Account
      metadata: {name: lena-mastodon, namespace: leaving}
      spec:
        talentRef: {name: lena}
        platform: mastodon
        channel: api
        endpoint: https://mastodon.example
        handle: lena
        remoteId: "1"
        credentials: {secretRef: {name: token, key: token}}
      """;

  /** The pause of an informer that may not list grows to half a minute; it is this long by then. */
  private static final Duration TRIED_AGAIN = Duration.ofSeconds(12);

  @TempDir Path folder;
  private OperatorWorld world;

  @BeforeEach
  void start() throws Exception {
    world = OperatorWorld.start(folder);
    world.apply(LEAVING);
    world.eventually(Tenant.class, "leaving", "Ready", TRUE);
    await().atMost(SOON).until(this::isConnected);
  }

  @AfterEach
  void stop() throws Exception {
    // What was refused in it was meant to be: it is no lack of a permission.
    world.client().namespaces().withName("leaving").delete();
    world.close();
  }

  @Test
  void theTenantEndsAndNoJobOfItCanBegin() throws Exception {
    var tenant = world.lookup().tenantByName("leaving").orElseThrow().id();
    assertThat(world.hasLogin(tenant)).isTrue();
    world.shutOut("leaving");

    delete(Account.class);
    delete(Talent.class);
    delete(Tenant.class);

    assertThat(world.hasLogin(tenant)).isFalse();
    assertThat(world.operator().log()).contains("'leaving' lets the operator in no more");
    var refused = world.proxy().refused();
    await("nobody asks for its Secrets")
        .during(TRIED_AGAIN)
        .atMost(SOON)
        .until(() -> world.proxy().refused() == refused);
  }

  private <T extends CustomResource<?, ?>> void delete(Class<T> kind) {
    world
        .client()
        .resources(kind)
        .inAnyNamespace()
        .list()
        .getItems()
        .forEach(found -> world.client().resource(found).delete());
    await()
        .atMost(SOON)
        .until(() -> world.client().resources(kind).inAnyNamespace().list().getItems().isEmpty());
  }

  private boolean isConnected() {
    var account =
        world.client().resources(Account.class).inNamespace("leaving").withName("lena-mastodon");
    return Optional.ofNullable(account.get().getStatus())
        .flatMap(status -> Conditions.find(status.conditions(), AccountConditions.CONNECTED))
        .filter(Condition::holds)
        .isPresent();
  }
}
