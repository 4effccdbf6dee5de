package social.greenroom.standalone.operatortests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static social.greenroom.standalone.operatortests.OperatorWorld.NAMESPACE;
import static social.greenroom.standalone.operatortests.OperatorWorld.SOON;

import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.schedule.OwnCaps;
import social.greenroom.crds.account.Account;
import social.greenroom.store.testing.SeededTenant;

/** A busy API server's watches tell late: what the operator writes is right all the same. */
class LateWatchIT {
  private static final String AURORA = "aurora-mastodon";
  private static final OwnCaps TWO_DAYS = new OwnCaps(null, Duration.ofHours(48), null);

  @TempDir Path folder;
  private OperatorWorld world;
  private SeededTenant tenant;

  @BeforeEach
  void start() throws IOException {
    world = OperatorWorld.start(folder);
    world.applyExamples("0", "1", "2", "3", "4");
    tenant = world.northlight();
  }

  @AfterEach
  void stop() throws Exception {
    world.proxy().releaseWatches();
    world.close();
  }

  @Test
  void aStatusThatChangedBackIsWritten() {
    world.proxy().holdWatches();
    set(TWO_DAYS);
    await().atMost(SOON).until(this::says48Hours);
    set(OwnCaps.NONE);
    await().atMost(SOON).until(() -> !says48Hours());
  }

  @Test
  void whatSomebodyElseChangedIsWaitedFor() {
    world.proxy().holdWatches();
    world
        .client()
        .resources(Account.class)
        .inNamespace(NAMESPACE)
        .withName(AURORA)
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"metadata\": {\"labels\": {\"desk\": \"5\"}}}");
    set(TWO_DAYS);
    await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> !says48Hours());
    world.proxy().releaseWatches();
    await().atMost(SOON).until(this::says48Hours);
    assertThat(world.events(AURORA)).doesNotContain("TryingAgain");
  }

  private boolean says48Hours() {
    var status = world.find(Account.class, AURORA).orElseThrow().getStatus();
    return String.valueOf(status.rules()).contains("cooldown 48 hours");
  }

  private void set(OwnCaps caps) {
    world
        .tenants()
        .run(
            tenant.id(),
            session -> session.ownCaps().set(tenant.talentId(), tenant.ownerId(), caps));
  }
}
