package social.greenroom.standalone.operatortests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static social.greenroom.standalone.operatortests.OperatorWorld.NAMESPACE;
import static social.greenroom.standalone.operatortests.OperatorWorld.SOON;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.crds.account.Account;
import social.greenroom.store.account.WantedCheck;

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
