package social.greenroom.standalone.operatortests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static social.greenroom.standalone.operatortests.OperatorWorld.NAMESPACE;
import static social.greenroom.standalone.operatortests.OperatorWorld.SOON;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.channel.HealthReport;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.crds.account.Account;
import social.greenroom.store.account.WantedCheck;
import social.greenroom.store.stop.NewStop;

/** A tenant's new accounts are looked at by one Job, not by one each. */
class ChecksIT {
  @TempDir Path folder;
  private OperatorWorld world;

  @BeforeEach
  void start() throws IOException {
    world = OperatorWorld.start(folder);
  }

  @AfterEach
  void stop() throws Exception {
    world.close();
  }

  @Test
  void oneJobAtATimeLooksAtATenantsAccounts() throws Exception {
    world.applyExamples("0", "1", "2", "3", "4");
    var tenant = world.northlight().id();
    var accounts =
        world.client().resources(Account.class).inNamespace(NAMESPACE).list().getItems().size();
    await().atMost(SOON).until(() -> wanted(tenant).size() == accounts);
    await()
        .during(Duration.ofSeconds(2))
        .atMost(SOON)
        .untilAsserted(() -> assertThat(world.jobs("check")).hasSize(1));

    world.forgetChecks(tenant);
    new JobController(world.client()).complete(world.jobs("check").get(0));
    rotate("aurora-mastodon");
    await().atMost(SOON).until(() -> world.jobs("check").size() == 2);
    await().atMost(SOON).until(() -> wanted(tenant).size() == accounts);
  }

  @Test
  void aPanicMakesAJobThatGivesTheAccessBack() throws Exception {
    world.applyExamples("0", "1", "2", "3", "4");
    var tenant = world.northlight();
    await().atMost(SOON).until(() -> world.jobs("check").size() == 1);
    var accounts =
        world.client().resources(Account.class).inNamespace(NAMESPACE).list().getItems().size();
    await().atMost(SOON).until(() -> wanted(tenant.id()).size() == accounts);
    lookedAt(tenant.id());
    new JobController(world.client()).complete(world.jobs("check").get(0));

    world
        .tenants()
        .run(
            tenant.id(),
            session -> {
              var stop =
                  session
                      .stops()
                      .set(
                          new NewStop(
                              tenant.talentId(),
                              null,
                              "panic",
                              StopPolicy.HOLD_AND_DRAIN,
                              "",
                              "Aurora",
                              tenant.ownerId()));
              var account = session.accounts().find(tenant.accountId()).orElseThrow();
              session.revocations().plan(stop.id(), List.of(account), Duration.ZERO);
            });

    await().atMost(SOON).until(() -> world.jobs("check").size() == 2);
    assertThat(wanted(tenant.id()))
        .extracting(WantedCheck::accountId)
        .containsExactly(tenant.accountId());
    // Nothing was given back: the row is the memory, so the next round wants it again.
    lookedAt(tenant.id());
    await().atMost(SOON).until(() -> wanted(tenant.id()).size() == 1);
  }

  /** All were found well. */
  private void lookedAt(UUID tenant) throws SQLException {
    world
        .tenants()
        .run(
            tenant,
            session -> {
              for (var check : session.checks().wanted(List.of(), 1000)) {
                var account = session.accounts().find(check.accountId()).orElseThrow();
                session
                    .accounts()
                    .report(
                        account.id(),
                        new HealthReport(HealthReport.Health.OK, account.remoteId(), null));
              }
            });
    world.forgetChecks(tenant);
  }

  private List<WantedCheck> wanted(UUID tenant) {
    return world.tenants().in(tenant, session -> session.checks().wanted(List.of(), 1000));
  }

  private void rotate(String account) {
    var name = world.find(Account.class, account).orElseThrow().getSpec().credentials().secretRef();
    world
        .client()
        .secrets()
        .inNamespace(NAMESPACE)
        .withName(name.name())
        .edit(
            (Secret secret) ->
                new SecretBuilder(secret)
                    .addToStringData(Map.of(name.key(), "another-token"))
                    .build());
  }
}
