package social.greenroom.worker.limit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.channel.PublishOutcome.NotSent;
import social.greenroom.core.channel.PublishOutcome.Unknown;
import social.greenroom.store.limit.Told;

/**
 * A call of an account's that has returned, and what it tells of its network.
 *
 * @param told what the network told of its limits
 * @param notBefore until when what was sent waits; null where it doesn't
 */
public record Returned(
    UUID accountId, PublishOutcome outcome, List<Told> told, @Nullable Instant notBefore) {

  /** Whether anybody was called: else it tells nothing. */
  boolean called() {
    return !(outcome instanceof NotSent notSent) || notSent.called();
  }

  /** Why there was no answer; empty where there was one. */
  Optional<String> silence() {
    return outcome instanceof NotSent || outcome instanceof Unknown
        ? Optional.ofNullable(outcome.reason())
        : Optional.empty();
  }
}
