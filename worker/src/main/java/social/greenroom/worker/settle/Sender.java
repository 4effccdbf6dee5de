package social.greenroom.worker.settle;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of whoever made an attempt. A fencing number keeps a paused sender from writing,
 * not from sending: so absence on the timeline proves nothing while it may be alive
 * (docs/adr/0003-worker-is-plain-java.md). A key that the network knows again doesn't change that:
 * the network forgets it sooner than a pause has to end.
 */
public sealed interface Sender {
  /** One that is known to have ended then, or (empty) that may still be alive. */
  static Sender ended(Optional<Instant> at) {
    return at.<Sender>map(Ended::new).orElseGet(MaybeAlive::new);
  }

  /** Since when nothing of the attempt can reach the network; empty when that isn't known. */
  Optional<Instant> quietSince();

  /** Its call has returned in this process, or its process or pod is known to have ended. */
  record Ended(Instant at) implements Sender {
    @Override
    public Optional<Instant> quietSince() {
      return Optional.of(at);
    }
  }

  /** It gave no sign of life, which doesn't mean that it is dead. */
  record MaybeAlive() implements Sender {
    @Override
    public Optional<Instant> quietSince() {
      return Optional.empty();
    }
  }
}
