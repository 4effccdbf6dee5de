package social.greenroom.standalone.operatortests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static social.greenroom.standalone.operatortests.OperatorWorld.NAMESPACE;
import static social.greenroom.standalone.operatortests.OperatorWorld.SOON;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.post.VariantState;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.request.RequestSource;
import social.greenroom.store.testing.SeededTenant;

/**
 * Two operators, of which one works; it is killed, stopped, or paused, and the other takes over.
 */
class LeadershipIT {
  private static final Duration LEASE = Duration.ofSeconds(4);

  /**
   * When the Lease has to be another's: a retry after it ran out, and as much again for a busy
   * machine.
   */
  private static final Duration TAKEN = LEASE.multipliedBy(3);

  /** Two processes write its times, each on its own thread a moment after it looked. */
  private static final Duration ROUNDED = Duration.ofMillis(100);

  @TempDir Path folder;
  private OperatorWorld world;
  private OperatorProcess standby;
  private SeededTenant tenant;

  @BeforeEach
  void start() throws IOException {
    world =
        OperatorWorld.start(
            folder,
            Map.ofEntries(
                Map.entry("greenroom.operator.tick-check", "300ms"),
                Map.entry("greenroom.operator.leader-election.enabled", "true"),
                Map.entry("greenroom.operator.leader-election.identity", "first"),
                Map.entry("greenroom.operator.leader-election.lease-duration", "4s"),
                Map.entry("greenroom.operator.leader-election.renew-deadline", "3s"),
                Map.entry("greenroom.operator.leader-election.retry-period", "500ms")));
    standby = world.another(Map.of("greenroom.operator.leader-election.identity", "second"));
    world.applyExamples("0", "1", "2", "3", "4");
    tenant = world.northlight();
  }

  @AfterEach
  void stop() throws Exception {
    resume(world.operator());
    standby.close();
    world.close();
  }

  @Test
  void whoStandsByIsReadyAndWorksOnceTheLeaderIsKilled() throws Exception {
    await().atMost(SOON).until(() -> ticks().size() == 2);
    assertThat(leader()).isEqualTo("first");
    assertThat(standby.ready()).isTrue();
    assertThat(world.operator().metrics()).contains("greenroom_leader 1.0");
    assertThat(standby.metrics())
        .contains("greenroom_leader 0.0")
        .doesNotContain("greenroom_reconcile_seconds_count", "greenroom_unknown_outcomes");

    var left = lease();
    world.operator().kill();
    var after = tenant.approve(tenant.waiting("After."), Instant.now());
    assertTakenOverInTime(left);
    await().atMost(SOON).until(() -> state(after.id()) == VariantState.QUEUED);

    await()
        .during(Duration.ofSeconds(2))
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(world.jobs("publish")).hasSize(1);
              assertThat(ticks()).hasSize(2);
            });
  }

  @Test
  void whoEndsInOrderGivesTheLeaseBack() throws Exception {
    world.operator().close();
    assertThat(leader()).isIn("", "second");
    assertThat(world.operator().log()).doesNotContain("The Lease is lost");
    await().atMost(SOON).until(() -> leader().equals("second"));
  }

  @Test
  void aLeaderThatWasPausedEndsAndHasDoubledNothing() throws Exception {
    await().atMost(SOON).until(() -> ticks().size() == 2);
    var paused = world.operator();
    var left = lease();
    signal(paused, "STOP");
    var approved = tenant.approve(tenant.waiting("Hello."), Instant.now());
    assertTakenOverInTime(left);
    await().atMost(SOON).until(() -> state(approved.id()) == VariantState.QUEUED);

    signal(paused, "CONT");
    paused.handle().onExit().get(SOON.toSeconds(), TimeUnit.SECONDS);

    assertThat(world.jobs("publish")).hasSize(1);
    assertThat(ticks()).hasSize(2);
    assertThat(dispatches()).hasSize(1);
  }

  @Test
  void aJobsEndIsCountedByTheLeaderAlone() throws Exception {
    await().atMost(SOON).until(() -> !world.jobs("generate").isEmpty());
    var ended = "greenroom_job_seconds_count{kind=\"generate\",outcome=\"failed\"} ";

    new JobController(world.client()).fail(world.jobs("generate").get(0));

    await().atMost(SOON).until(() -> world.operator().metrics().contains(ended + "1"));
    await()
        .during(Duration.ofSeconds(2))
        .atMost(SOON)
        .until(() -> standby.metrics().contains(ended + "0"));
  }

  private List<UUID> dispatches() {
    return world.tenants().in(tenant.id(), session -> session.dispatches().open()).stream()
        .map(dispatch -> dispatch.id())
        .toList();
  }

  private List<PostRequest> ticks() {
    return world
        .client()
        .resources(PostRequest.class)
        .inNamespace(NAMESPACE)
        .list()
        .getItems()
        .stream()
        .filter(request -> request.getSpec().source() == RequestSource.PERSONA)
        .toList();
  }

  private VariantState state(UUID variant) {
    return world
        .tenants()
        .in(tenant.id(), session -> session.variants().find(variant))
        .orElseThrow()
        .state();
  }

  /**
   * By the Lease itself: from when it was renewed last until the other one took it.
   *
   * @param left as it was just before its holder stopped
   */
  private void assertTakenOverInTime(Lease left) {
    await().atMost(LEASE.plus(SOON)).until(() -> leader().equals("second"));
    assertThat(Duration.between(left.getSpec().getRenewTime(), lease().getSpec().getAcquireTime()))
        .isBetween(LEASE.minus(ROUNDED), TAKEN);
  }

  private String leader() {
    return String.valueOf(lease().getSpec().getHolderIdentity());
  }

  private Lease lease() {
    return world
        .client()
        .leases()
        .inNamespace(OperatorWorld.OWN_NAMESPACE)
        .withName("greenroom-operator")
        .get();
  }

  private static void resume(OperatorProcess operator) throws Exception {
    if (operator.handle().isAlive()) {
      signal(operator, "CONT");
    }
  }

  private static void signal(OperatorProcess operator, String signal) throws Exception {
    var command = List.of("kill", "-" + signal, Long.toString(operator.handle().pid()));
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}
