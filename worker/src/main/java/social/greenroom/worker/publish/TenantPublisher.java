package social.greenroom.worker.publish;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.database.RuleViolationException;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.publish.AttemptRow;
import social.greenroom.store.publish.Claim;
import social.greenroom.store.publish.InDoubt;
import social.greenroom.store.vault.DataKey;
import social.greenroom.worker.account.AccountReach;
import social.greenroom.worker.job.Pace;
import social.greenroom.worker.settle.SettleDoubt;

/**
 * One tenant's publishing, the same for a Job and for the pool: take what is due, send it, settle
 * what may have gone out.
 */
public final class TenantPublisher {
  private static final System.Logger LOG = System.getLogger(TenantPublisher.class.getName());
  private static final int CLAIM_TRIES = 3;

  private final TenantDatabase database;
  private final PublishMeans means;
  private final PublishVariant publish;
  private final SettleDoubt settle;
  private final String worker;

  /**
   * @param database bound to the tenant
   * @param key opens the tenant's secrets
   * @param worker the sender's name, as claims and attempts keep it
   */
  public TenantPublisher(TenantDatabase database, DataKey key, PublishMeans means, String worker) {
    this.database = database;
    this.means = means;
    this.worker = worker;
    var reach = new AccountReach(database.own(), key);
    var seal = new MediaSeal(means.media(), database.own());
    var ledger = new SendLedger(database, reach, seal, means.clock());
    this.publish =
        new PublishVariant(
            ledger,
            means.adapters(),
            means.heartbeats(),
            means.settings(),
            means.clock(),
            means.tracing());
    this.settle =
        new SettleDoubt(
            database,
            reach,
            means.adapters(),
            new Pace(means.clock()),
            means.settings()::settling,
            worker);
  }

  /**
   * Takes up to limit posts that are due, each of another account.
   *
   * @param dispatchId the run that takes them; null for the pool
   */
  public List<Claim> claim(@Nullable UUID dispatchId, int limit) {
    for (int i = 1; ; i++) {
      try {
        return database.in(
            database.own(), session -> session.claims().claim(worker, dispatchId, limit));
      } catch (RuleViolationException e) {
        // A stop or the end of a window came between the claim's look and its write: look again.
        if (i == CLAIM_TRIES) {
          throw e;
        }
      }
    }
  }

  /** Sends what was taken, or writes down why not; returns what is left to settle. */
  public Optional<OwnDoubt> publish(Claim claim) throws InterruptedException {
    return publish.run(claim).map(attempt -> new OwnDoubt(attempt, means.clock().instant()));
  }

  /** An attempt of this process whose call returned then, without telling what came of it. */
  public record OwnDoubt(AttemptRow attempt, Instant returnedAt) {}

  /** Settles an attempt of this very process; it may wait for the network's settling time. */
  public void settle(OwnDoubt doubt) throws InterruptedException {
    settle.afterOwnCall(doubt.attempt(), doubt.returnedAt());
  }

  /** Settles an attempt of another sender; it may wait for the network's settling time. */
  public void settle(InDoubt doubt) throws InterruptedException {
    settle.leftBehind(doubt);
  }

  /** Takes what lost senders left in flight. What they may have sent is in doubt from then on. */
  public void takeOrphans() {
    for (var orphan :
        database.in(
            database.own(),
            session -> session.claims().orphaned(means.settings().orphanedAfter()))) {
      var state = database.in(database.own(), session -> session.claims().settle(orphan, worker));
      LOG.log(
          Level.INFO,
          "Variant {0} was left by {1}; it is {2} now.",
          orphan.variant().id(),
          orphan.variant().claimedBy(),
          state.map(VariantState::wireName).orElse("another's"));
    }
  }

  /** Everything that may have gone out, longest first. */
  public List<InDoubt> doubts() {
    return database.in(database.own(), session -> session.settlements().open());
  }

  /** How long until the next queued post's time comes; empty for none. */
  Optional<Duration> untilNextDue() {
    return database.in(database.own(), session -> session.claims().untilNextDue());
  }

  /** The Job of that dispatch has begun. */
  void started(UUID dispatchId) {
    database.run(database.own(), session -> session.dispatches().started(dispatchId));
  }
}
