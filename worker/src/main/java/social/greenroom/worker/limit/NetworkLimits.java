package social.greenroom.worker.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import social.greenroom.core.channel.PublishOutcome.RateLimited;
import social.greenroom.core.limit.RateWindow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.limit.LimitRepository;
import social.greenroom.store.limit.Told;
import social.greenroom.store.limit.Wait;

/**
 * What networks allow, asked before a call and kept after it, in the transactions of the attempt.
 * The claim asks too; this is for what was learnt since.
 *
 * @param heard what was heard during calls
 */
public record NetworkLimits(Heard heard) {
  /** What networks told of their limits in answers to calls; asked again, it tells nothing. */
  @FunctionalInterface
  public interface Heard {
    List<RateWindow> of(UUID account);
  }

  private static final String TRYING =
      "The network didn't answer of late; another call tries whether it does again.";

  /** How long what waits for another's try waits. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** Looks what the networks of these accounts want, in the transaction of their attempts. */
  public Gate gate(TenantSession session, Collection<UUID> accounts, Instant now) {
    var limits = session.limits();
    return new Gate(limits, limits.of(accounts), limits.anyOpen(), now);
  }

  /**
   * Lets calls through, or not.
   *
   * @param waits the accounts whose networks want to be waited for
   * @param anyOpen true where some network of the tenant's didn't answer of late
   */
  public record Gate(LimitRepository limits, Map<UUID, Wait> waits, boolean anyOpen, Instant now) {
    /** Why the account's network isn't called now; empty when it may be, and then it is. */
    public Optional<Hold> refusal(UUID account) {
      var wait = waits.get(account);
      if (wait != null) {
        return Optional.of(new Hold(wait.until(), wait.why(), true));
      }
      return !anyOpen || limits.letsThrough(account, now)
          ? Optional.empty()
          : Optional.of(new Hold(now.plus(PAUSE), TRYING, false));
    }
  }

  /** What the networks told of their limits, in answers to calls of the account's. */
  public List<Told> told(UUID account) {
    return heard.of(account).stream().map(window -> new Told(account, window)).toList();
  }

  /** Keeps what the calls' answers told of limits, and whether there were answers. */
  public void keep(TenantSession session, List<Returned> calls, Instant now) {
    var limits = session.limits();
    var made = calls.stream().filter(Returned::called).toList();
    limits.told(made.stream().flatMap(NetworkLimits::told).toList());
    limits.answered(
        made.stream().filter(one -> one.silence().isEmpty()).map(Returned::accountId).toList());
    for (var one : made) {
      one.silence()
          .ifPresent(
              reason ->
                  limits.unanswered(one.accountId(), reason, now, ThreadLocalRandom.current()));
    }
  }

  private static Stream<Told> told(Returned call) {
    if (!(call.outcome() instanceof RateLimited limited)) {
      return call.told().stream();
    }
    // What was sent may wait longer.
    var until = call.notBefore() == null ? limited.notBefore() : call.notBefore();
    var window = RateWindow.empty(limited.scope(), "posts", until);
    return Stream.concat(call.told().stream(), Stream.of(new Told(call.accountId(), window)));
  }
}
