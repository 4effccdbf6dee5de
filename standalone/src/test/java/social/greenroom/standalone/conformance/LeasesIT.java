package social.greenroom.standalone.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfigBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Leases, by which several programs agree on one. */
class LeasesIT extends ConformanceCase {

  @Test
  void one_of_two_leads_and_the_other_follows_when_it_goes() {
    Set<String> leaders = ConcurrentHashMap.newKeySet();
    CompletableFuture<?> first = compete("first", leaders);
    await().atMost(PATIENCE).until(() -> leaders.contains("first"));
    CompletableFuture<?> second = compete("second", leaders);
    assertThat(lease().getSpec().getHolderIdentity()).isEqualTo("first");
    assertThat(leaders).containsExactly("first");

    first.cancel(true);

    await().atMost(PATIENCE).until(() -> leaders.contains("second"));
    assertThat(lease().getSpec().getHolderIdentity()).isEqualTo("second");
    assertThat(lease().getSpec().getLeaseTransitions()).isPositive();
    second.cancel(true);
  }

  @Test
  void a_time_keeps_its_microseconds_and_a_stale_holder_is_refused() {
    ZonedDateTime at = ZonedDateTime.of(2026, 11, 22, 1, 2, 3, 456_789_000, ZoneOffset.UTC);
    Lease made =
        client
            .resource(
                new LeaseBuilder()
                    .withNewMetadata()
                    .withName("l")
                    .endMetadata()
                    .withNewSpec()
                    .withHolderIdentity("one")
                    .withLeaseDurationSeconds(15)
                    .withRenewTime(at)
                    .endSpec()
                    .build())
            .create();
    assertThat(made.getSpec().getRenewTime().toInstant()).isEqualTo(at.toInstant());

    Lease next = new LeaseBuilder(made).editSpec().withHolderIdentity("two").endSpec().build();
    client.resource(next).update();

    Lease late = new LeaseBuilder(made).editSpec().withHolderIdentity("three").endSpec().build();
    assertThatThrownBy(() -> client.resource(late).update())
        .isInstanceOfSatisfying(
            KubernetesClientException.class, e -> assertThat(e.getCode()).isEqualTo(409));
  }

  private CompletableFuture<?> compete(String name, Set<String> leaders) {
    return client
        .leaderElector()
        .withConfig(
            new LeaderElectionConfigBuilder()
                .withName("who leads")
                .withLock(new LeaseLock(namespace, "leader", name))
                .withLeaseDuration(Duration.ofSeconds(4))
                .withRenewDeadline(Duration.ofSeconds(3))
                .withRetryPeriod(Duration.ofMillis(500))
                .withReleaseOnCancel(true)
                .withLeaderCallbacks(
                    new LeaderCallbacks(() -> leaders.add(name), () -> {}, holder -> {}))
                .build())
        .build()
        .start();
  }

  private Lease lease() {
    return client.leases().withName("leader").get();
  }
}
