package social.greenroom.operator.planner;

import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.greenroom.store.publish.SenderRow;

/** A pod in which a sender of the pool runs, as the sender's place names it. */
record PoolPod(String namespace, String name, String uid) {
  /** The phases of a pod whose containers have all ended. */
  private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

  /** The sender's pod; empty where it runs otherwise. */
  static Optional<PoolPod> of(SenderRow sender) {
    var parts = sender.place().split("/", -1);
    return parts.length == 4 && parts[0].equals("pod")
        ? Optional.of(new PoolPod(parts[1], parts[2], parts[3]))
        : Optional.empty();
  }

  /**
   * True when a later sender registered itself in the same pod: a kubelet starts a container anew
   * only when the one before has ended.
   */
  boolean followed(SenderRow sender, List<SenderRow> open) {
    return open.stream()
        .anyMatch(
            other ->
                other.place().equals(sender.place())
                    && other.registeredAt().isAfter(sender.registeredAt()));
  }

  /**
   * True when nothing of it can run any more. A pod on a lost node stays in the phase it had, so it
   * isn't gone.
   *
   * @param found the pod of that name as the API server has it now
   */
  boolean gone(@Nullable Pod found) {
    return found == null
        || !uid.equals(found.getMetadata().getUid())
        || (found.getStatus() != null
            && ENDED.contains(String.valueOf(found.getStatus().getPhase())));
  }
}
