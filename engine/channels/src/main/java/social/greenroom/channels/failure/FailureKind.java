package social.greenroom.channels.failure;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.HealthReport.Health;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.limit.RateWindow.Scope;

/** What a failed call means for what was to be sent. */
enum FailureKind {
  /** It surely failed before the network could act on it. */
  UNSENT(Health.UNREACHABLE) {
    @Override
    PublishOutcome outcome(String reason, @Nullable Instant notBefore, Scope scope) {
      return new PublishOutcome.NotSent(reason, notBefore, true);
    }
  },
  /** The network may have acted on it. */
  LOST(Health.UNREACHABLE) {
    @Override
    PublishOutcome outcome(String reason, @Nullable Instant notBefore, Scope scope) {
      return new PublishOutcome.Unknown(reason);
    }
  },
  RATE_LIMITED(Health.SOFT_BLOCK) {
    @Override
    PublishOutcome outcome(String reason, @Nullable Instant notBefore, Scope scope) {
      return new PublishOutcome.RateLimited(Objects.requireNonNull(notBefore), reason, scope);
    }
  },
  /** The account may not act: its credential is revoked, or lacks a permission. */
  BLOCKED(Health.HARD_BLOCK) {
    @Override
    PublishOutcome outcome(String reason, @Nullable Instant notBefore, Scope scope) {
      return new PublishOutcome.AccountBlocked(reason);
    }
  },
  /** What was sent was looked at and refused. */
  REFUSED(Health.HARD_BLOCK) {
    @Override
    PublishOutcome outcome(String reason, @Nullable Instant notBefore, Scope scope) {
      return new PublishOutcome.Rejected(reason, Words.tellOfDuplicate(reason));
    }
  };

  private final Health health;

  FailureKind(Health health) {
    this.health = health;
  }

  Health health() {
    return health;
  }

  abstract PublishOutcome outcome(String reason, @Nullable Instant notBefore, Scope scope);
}
