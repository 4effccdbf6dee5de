package social.greenroom.worker.publish;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.channel.PublishOutcome.NotSent;
import social.greenroom.core.channel.PublishOutcome.RateLimited;
import social.greenroom.core.channel.PublishOutcome.Unknown;
import social.greenroom.core.limit.RateWindow;
import social.greenroom.core.limit.RateWindow.Scope;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.limit.LimitRepository;
import social.greenroom.store.limit.Wait;
import social.greenroom.worker.account.Adapters;

/**
 * What networks allow, asked before a call and kept after it, in the transactions of the attempt.
 * The claim asks too; this is for what was learnt since.
 *
 * @param adapters know what was heard during calls
 */
record NetworkLimits(Adapters adapters) {
  private static final String TRYING =
      "The network didn't answer of late; another post tries whether it does again.";

  /** Why the account's network isn't called now; empty when it may be. */
  Optional<Clearance> refusal(TenantSession session, UUID account, Instant now) {
    var limits = session.limits();
    var wait = limits.of(account);
    if (wait.isPresent()) {
      return wait.map(NetworkLimits::later);
    }
    return limits.letsThrough(account, now)
        ? Optional.empty()
        : Optional.of(new Clearance.Later(now.plus(SendCheck.PAUSE), TRYING));
  }

  private static Clearance later(Wait wait) {
    return new Clearance.Later(wait.until(), wait.why());
  }

  /**
   * Keeps what the call's answer told of limits, and whether there was an answer.
   *
   * @param notBefore until when the post itself waits
   */
  void keep(
      TenantSession session,
      UUID account,
      PublishOutcome outcome,
      @Nullable Instant notBefore,
      Instant now) {
    var limits = session.limits();
    adapters.told(account).forEach(window -> limits.told(account, window));
    if (outcome instanceof RateLimited limited) {
      var until = notBefore == null ? limited.notBefore() : notBefore;
      limits.told(account, RateWindow.empty(Scope.ACCOUNT, "posts", until));
    }
    answer(limits, account, outcome, now);
  }

  private static void answer(
      LimitRepository limits, UUID account, PublishOutcome outcome, Instant now) {
    if (outcome instanceof NotSent notSent) {
      limits.unanswered(account, notSent.reason(), now, ThreadLocalRandom.current());
    } else if (outcome instanceof Unknown unknown) {
      limits.unanswered(account, unknown.reason(), now, ThreadLocalRandom.current());
    } else {
      limits.answered(account);
    }
  }
}
