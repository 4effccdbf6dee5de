package social.greenroom.worker.publish;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.FollowUp;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.database.RuleViolationException;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.follow.FollowUpClaim;
import social.greenroom.store.follow.FollowUpDoubt;
import social.greenroom.store.publish.Claim;
import social.greenroom.store.publish.InDoubt;
import social.greenroom.store.vault.DataKey;
import social.greenroom.worker.account.AccountReach;
import social.greenroom.worker.follow.FollowUps;
import social.greenroom.worker.job.Pace;
import social.greenroom.worker.limit.NetworkLimits;
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
  private final FollowUps followUps;
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
    var limits = new NetworkLimits(means.adapters()::told);
    var ledger = new SendLedger(database, reach, seal, limits, means.clock());
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
    this.followUps =
        new FollowUps(
            database,
            reach,
            limits,
            means.adapters(),
            means.settings(),
            means.clock(),
            means.tracing(),
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

  /**
   * Sends what was taken and what follows it, or writes down why not; returns what is left to
   * settle.
   */
  public Optional<OwnDoubt> publish(Claim claim) throws InterruptedException {
    var attempt = publish.run(claim);
    if (attempt.isEmpty()) {
      return nothingFollows(claim)
          ? Optional.empty()
          : follow(claim.variantId(), claim.dispatchId());
    }
    var returnedAt = means.clock().instant();
    return Optional.of(
        new OwnDoubt(
            attempt.get().id(),
            () -> {
              settle.afterOwnCall(attempt.get(), returnedAt);
              followThrough(claim.variantId(), claim.dispatchId());
            }));
  }

  private static boolean nothingFollows(Claim claim) {
    try {
      return FollowUp.of(claim.variant().content()).isEmpty();
    } catch (IllegalArgumentException e) {
      // What can't be read wasn't sent, and so nothing follows it.
      return true;
    }
  }

  /** Takes what follows posts and waited for its turn, each of another account. */
  public List<FollowUpClaim> claimFollowUps(@Nullable UUID dispatchId, int limit) {
    return followUps.claim(dispatchId, limit);
  }

  /** Sends what follows a post, and what follows that; returns what is left to settle. */
  public Optional<OwnDoubt> follow(FollowUpClaim claim) throws InterruptedException {
    var variantId = claim.row().variantId();
    var doubt = followUps.send(claim);
    return doubt.isEmpty()
        ? follow(variantId, claim.dispatchId())
        : doubt.map(own -> ownDoubt(own, variantId, claim.dispatchId()));
  }

  private Optional<OwnDoubt> follow(UUID variantId, @Nullable UUID dispatchId)
      throws InterruptedException {
    return followUps.after(variantId, dispatchId).map(own -> ownDoubt(own, variantId, dispatchId));
  }

  private OwnDoubt ownDoubt(FollowUps.OwnDoubt own, UUID variantId, @Nullable UUID dispatchId) {
    return new OwnDoubt(
        own.attempt().id(),
        () -> {
          followUps.settle(own);
          followThrough(variantId, dispatchId);
        });
  }

  /** Sends all that follows the post, and settles on the way what nobody could tell. */
  private void followThrough(UUID variantId, @Nullable UUID dispatchId)
      throws InterruptedException {
    var doubt = followUps.after(variantId, dispatchId);
    while (doubt.isPresent()) {
      followUps.settle(doubt.get());
      doubt = followUps.after(variantId, dispatchId);
    }
  }

  /**
   * An attempt of this process whose call returned without telling what came of it.
   *
   * @param settlement finds out, and goes on with what follows
   */
  public record OwnDoubt(UUID attemptId, Settlement settlement) {}

  /** Finds out what came of a call. It may wait for the network's settling time. */
  @FunctionalInterface
  public interface Settlement {
    void run() throws InterruptedException;
  }

  /** Settles an attempt of this very process; it may wait for the network's settling time. */
  public void settle(OwnDoubt doubt) throws InterruptedException {
    doubt.settlement().run();
  }

  /**
   * Settles an attempt of another sender, and goes on with what follows; it may wait for the
   * network's settling time.
   *
   * @param dispatchId the run that goes on; null for the pool
   */
  public void settle(InDoubt doubt, @Nullable UUID dispatchId) throws InterruptedException {
    settle.leftBehind(doubt);
    followThrough(doubt.variant().id(), dispatchId);
  }

  /** As {@link #settle(InDoubt, UUID)}, for what follows a post. */
  public void settle(FollowUpDoubt doubt, @Nullable UUID dispatchId) throws InterruptedException {
    followUps.settle(doubt);
    followThrough(doubt.row().variantId(), dispatchId);
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
    followUps.takeOrphans();
  }

  /** Everything that may have gone out, longest first. */
  public List<InDoubt> doubts() {
    return database.in(database.own(), session -> session.settlements().open());
  }

  /** Everything that follows a post and may have gone out, longest first. */
  public List<FollowUpDoubt> followUpDoubts() {
    return followUps.doubts();
  }

  /**
   * How long until the next queued post's time comes, or that of something that follows one; empty
   * for none within the longest. What is due but not to be had isn't waited for: its account has
   * one on its way, or a stop holds it.
   */
  Optional<Duration> untilNextDue(Duration longest) {
    var post = database.in(database.own(), session -> session.claims().untilNextDue());
    return Stream.of(post, followUps.untilNextDue())
        .flatMap(Optional::stream)
        .filter(until -> !until.isZero() && until.compareTo(longest) <= 0)
        .min(Comparator.naturalOrder());
  }

  /** The Job of that dispatch has begun. */
  void started(UUID dispatchId) {
    database.run(database.own(), session -> session.dispatches().started(dispatchId));
  }
}
