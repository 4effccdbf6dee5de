package social.greenroom.worker.publish;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import social.greenroom.core.channel.PublishOutcome.NotSent;
import social.greenroom.core.channel.PublishOutcome.RateLimited;
import social.greenroom.core.channel.PublishOutcome.Unknown;
import social.greenroom.core.limit.RateWindow;
import social.greenroom.core.limit.RateWindow.Scope;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.limit.LimitRepository;
import social.greenroom.store.limit.Told;
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

  /** Looks what the networks of these accounts want, in the transaction of their attempts. */
  Gate gate(TenantSession session, Collection<UUID> accounts, Instant now) {
    var limits = session.limits();
    return new Gate(limits, limits.of(accounts), limits.anyOpen(), now);
  }

  /**
   * Lets calls through, or not.
   *
   * @param waits the accounts whose networks want to be waited for
   * @param anyOpen true where some network of the tenant's didn't answer of late
   */
  record Gate(LimitRepository limits, Map<UUID, Wait> waits, boolean anyOpen, Instant now) {
    /** Why the account's network isn't called now; empty when it may be, and then it is. */
    Optional<Clearance> refusal(UUID account) {
      var wait = waits.get(account);
      if (wait != null) {
        return Optional.of(new Clearance.Later(wait.until(), wait.why()));
      }
      return !anyOpen || limits.letsThrough(account, now)
          ? Optional.empty()
          : Optional.of(new Clearance.Pause(now.plus(SendCheck.PAUSE), TRYING));
    }
  }

  /** What the networks told of their limits, in answers to calls of the account's. */
  List<Told> told(UUID account) {
    return adapters.told(account).stream().map(window -> new Told(account, window)).toList();
  }

  /** Keeps what the calls' answers told of limits, and whether there were answers. */
  void keep(TenantSession session, List<Landed> landed, Instant now) {
    var limits = session.limits();
    limits.told(landed.stream().flatMap(NetworkLimits::told).toList());
    limits.answered(
        landed.stream().filter(one -> silence(one).isEmpty()).map(Landed::accountId).toList());
    for (var one : landed) {
      silence(one)
          .ifPresent(
              reason ->
                  limits.unanswered(one.accountId(), reason, now, ThreadLocalRandom.current()));
    }
  }

  private static Stream<Told> told(Landed landed) {
    if (!(landed.outcome() instanceof RateLimited limited)) {
      return landed.told().stream();
    }
    // The post itself may wait longer.
    var later = landed.finish().notBefore();
    var until = later == null ? limited.notBefore() : later;
    var window = RateWindow.empty(Scope.ACCOUNT, "posts", until);
    return Stream.concat(landed.told().stream(), Stream.of(new Told(landed.accountId(), window)));
  }

  /** Why there was no answer; empty where there was one. */
  private static Optional<String> silence(Landed landed) {
    if (landed.outcome() instanceof NotSent notSent) {
      return Optional.of(notSent.reason());
    }
    return landed.outcome() instanceof Unknown unknown
        ? Optional.of(unknown.reason())
        : Optional.empty();
  }
}
