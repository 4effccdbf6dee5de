package social.greenroom.operator.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import social.greenroom.store.publish.SenderRow;

class PoolPodTest {
  private static final PoolPod POD = new PoolPod("system", "pool-1", "uid-1");

  @Test
  void onlyAPodIsAPod() {
    assertThat(PoolPod.of(sender("pod/system/pool-1/uid-1", 0))).contains(POD);
    assertThat(PoolPod.of(sender("process/12/34", 0))).isEmpty();
  }

  @Test
  void aPodThatIsGoneOrAnotherOrEndedRunsNothing() {
    assertThat(POD.gone(null)).isTrue();
    assertThat(POD.gone(pod("uid-2", "Running"))).isTrue();
    assertThat(POD.gone(pod("uid-1", "Succeeded"))).isTrue();
    assertThat(POD.gone(pod("uid-1", "Failed"))).isTrue();
  }

  @Test
  void aPodOfWhichNobodyKnowsMayStillSend() {
    assertThat(POD.gone(pod("uid-1", "Running"))).isFalse();
    assertThat(POD.gone(pod("uid-1", "Unknown"))).isFalse();
    assertThat(POD.gone(pod("uid-1", "Pending"))).isFalse();
    assertThat(POD.gone(new PodBuilder().withNewMetadata().withUid("uid-1").endMetadata().build()))
        .isFalse();
  }

  @Test
  void aContainerThatWasStartedAnewFollowsTheOneBefore() {
    var first = sender("pod/system/pool-1/uid-1", 0);
    var second = sender("pod/system/pool-1/uid-1", 10);
    var other = sender("pod/system/pool-2/uid-9", 20);
    var open = List.of(first, second, other);
    assertThat(POD.followed(first, open)).isTrue();
    assertThat(POD.followed(second, open)).isFalse();
  }

  private static Pod pod(String uid, String phase) {
    return new PodBuilder()
        .withNewMetadata()
        .withUid(uid)
        .endMetadata()
        .withNewStatus()
        .withPhase(phase)
        .endStatus()
        .build();
  }

  private static SenderRow sender(String place, int after) {
    var at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(after);
    return new SenderRow(new UUID(0, after), "pool-" + after, place, at, at, null, null);
  }
}
