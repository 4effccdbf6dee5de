package social.greenroom.standalone.operatortests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static social.greenroom.standalone.operatortests.OperatorWorld.OWN_NAMESPACE;
import static social.greenroom.standalone.operatortests.OperatorWorld.SOON;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.database.Database;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.SenderRow;
import social.greenroom.store.testing.SeededTenant;

/** What the operator gives to the pool, and how it sees that one of its pods has ended. */
class PoolIT {
  @TempDir Path folder;
  private OperatorWorld world;
  private SeededTenant tenant;
  private Database pool;

  @BeforeEach
  void start() throws IOException {
    world = OperatorWorld.start(folder);
    world.applyExamples("0", "1", "2", "3", "4");
    tenant = world.northlight();
    pool = world.pool();
  }

  @AfterEach
  void stop() throws Exception {
    world.close();
  }

  @Test
  void aSenderIsDeadWhenItsPodIsGoneAndNotBefore() {
    var pod = runPod("pool-1");
    var sender = register("pool-1", pod.getMetadata().getUid());
    var ofAnother = register("pool-1", UUID.randomUUID().toString());
    await().atMost(SOON).until(() -> !open(ofAnother));
    await().during(Duration.ofSeconds(3)).atMost(SOON).until(() -> open(sender));

    world.client().resource(pod).withGracePeriod(0).delete();
    await().atMost(SOON).until(() -> !open(sender));
  }

  /** No pod has that name, so what becomes of it can't be asked, as where it is forbidden. */
  @Test
  void oneThatCantBeLookedAtHoldsUpNobodyElseAndIsToldOnce() throws Exception {
    var strange = register("", UUID.randomUUID().toString());
    var gone = register("pool-1", UUID.randomUUID().toString());
    await().atMost(SOON).until(() -> !open(gone));
    var another = register("pool-2", UUID.randomUUID().toString());
    await().atMost(SOON).until(() -> !open(another));

    assertThat(open(strange)).isTrue();
    assertThat(world.operator().log()).containsOnlyOnce(strange.place());
  }

  @Test
  void whatIsDueAtOnceIsThePoolsAndJobsTakeItOverWhenNoneGivesASignOfLife() {
    var pod = runPod("pool-1");
    var sender = register("pool-1", pod.getMetadata().getUid());
    await("the operator sees the pool")
        .atMost(SOON)
        .until(() -> world.operator().log().contains("The pool is at work."));

    var approved = tenant.approve(tenant.waiting("Hello."), Instant.now());
    var queued = eventually(approved.id(), VariantState.QUEUED);
    assertThat(queued.dispatchId()).isNull();
    assertThat(pool.work().due()).extracting("tenantId").containsExactly(tenant.id());
    assertThat(world.jobs("publish")).isEmpty();

    pool.senders().leaving(sender);
    await().atMost(SOON).until(() -> variant(approved.id()).dispatchId() != null);
    await().atMost(SOON).until(() -> world.jobs("publish").size() == 1);
  }

  @Test
  void whatAJobHasntBegunWithIsTakenOverByThePool() {
    var due = Instant.now().plusSeconds(3);
    var approved = tenant.approve(tenant.waiting("Hello."), due);
    var queued = eventually(approved.id(), VariantState.QUEUED);
    assertThat(queued.dispatchId()).isNotNull();
    var pod = runPod("pool-1");
    register("pool-1", pod.getMetadata().getUid());

    await()
        .atMost(SOON)
        .until(
            () -> {
              var now = variant(approved.id());
              return now.state() == VariantState.QUEUED && now.dispatchId() == null;
            });
  }

  private SenderRow register(String pod, String uid) {
    return pool.senders().register("pod/%s/%s/%s".formatted(OWN_NAMESPACE, pod, uid));
  }

  private boolean open(SenderRow sender) {
    return pool.senders().open().stream().anyMatch(open -> open.id().equals(sender.id()));
  }

  private Pod runPod(String name) {
    var pod =
        new PodBuilder()
            .withNewMetadata()
            .withName(name)
            .withNamespace(OWN_NAMESPACE)
            .endMetadata()
            .withNewSpec()
            .addNewContainer()
            .withName("pool")
            .withImage("greenroom-worker")
            .endContainer()
            .endSpec()
            .build();
    world.client().resource(pod).create();
    return world
        .client()
        .resource(pod)
        .editStatus(
            made ->
                new PodBuilder(made).editOrNewStatus().withPhase("Running").endStatus().build());
  }

  private VariantRow eventually(UUID id, VariantState state) {
    return await("variant is " + state)
        .atMost(SOON)
        .until(() -> variant(id), variant -> variant.state() == state);
  }

  private VariantRow variant(UUID id) {
    return world.tenants().in(tenant.id(), session -> session.variants().find(id)).orElseThrow();
  }
}
