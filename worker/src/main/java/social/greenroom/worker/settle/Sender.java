package social.greenroom.worker.settle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import social.greenroom.core.network.RetryClass;
import social.greenroom.store.publish.AttemptRow;

/**
 * What is known of whoever made an attempt. A fencing number keeps a paused sender from writing,
 * not from sending: so absence on the timeline proves nothing while it may be alive
 * (docs/adr/0003-worker-is-plain-java.md).
 */
sealed interface Sender {
  /** Mastodon keeps an idempotency key for an hour; this leaves room to send again within it. */
  Duration KEY_LIFETIME = Duration.ofMinutes(50);

  /**
   * Since when nothing of the attempt can reach the network that would make a second post; empty
   * when that isn't known.
   */
  Optional<Instant> quietSince(RetryClass retry, AttemptRow attempt, Instant now);

  /** Its call has returned in this process, or its process or pod is known to have ended. */
  record Ended(Instant at) implements Sender {
    @Override
    public Optional<Instant> quietSince(RetryClass retry, AttemptRow attempt, Instant now) {
      return Optional.of(at);
    }
  }

  /** It gave no sign of life, which doesn't mean that it is dead. */
  record MaybeAlive() implements Sender {
    @Override
    public Optional<Instant> quietSince(RetryClass retry, AttemptRow attempt, Instant now) {
      var keyStillKnown = now.isBefore(attempt.startedAt().plus(KEY_LIFETIME));
      return retry == RetryClass.IDEMPOTENT && keyStillKnown ? Optional.of(now) : Optional.empty();
    }
  }
}
