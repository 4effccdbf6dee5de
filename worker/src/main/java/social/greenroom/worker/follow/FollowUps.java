package social.greenroom.worker.follow;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.FollowUpState;
import social.greenroom.store.database.RuleViolationException;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.follow.FollowUpAttemptRow;
import social.greenroom.store.follow.FollowUpClaim;
import social.greenroom.store.follow.FollowUpDoubt;
import social.greenroom.trace.Tracing;
import social.greenroom.worker.account.AccountReach;
import social.greenroom.worker.account.Adapters;
import social.greenroom.worker.account.FollowUpSenders;
import social.greenroom.worker.job.Pace;
import social.greenroom.worker.limit.NetworkLimits;
import social.greenroom.worker.publish.PublishSettings;
import social.greenroom.worker.settle.Timeline;

/**
 * What follows a tenant's posts: taken in order, sent, and settled where nobody knows what became
 * of it. The same for a Job and for any other sender.
 */
public final class FollowUps {
  private static final System.Logger LOG = System.getLogger(FollowUps.class.getName());
  private static final int CLAIM_TRIES = 3;

  private final TenantDatabase database;
  private final SendFollowUp send;
  private final SettleFollowUp settle;
  private final PublishSettings settings;
  private final InstantSource clock;
  private final String worker;

  /**
   * @param database bound to the tenant
   * @param worker the sender's name, as claims and attempts keep it
   */
  public FollowUps(
      TenantDatabase database,
      AccountReach reach,
      NetworkLimits limits,
      Adapters adapters,
      PublishSettings settings,
      InstantSource clock,
      Tracing tracing,
      String worker) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
    this.worker = worker;
    this.send =
        new SendFollowUp(
            new FollowUpBook(database, reach, limits, clock),
            FollowUpSenders.of(adapters),
            settings,
            clock,
            tracing);
    this.settle =
        new SettleFollowUp(
            database,
            reach,
            new Timeline(adapters, new Pace(clock), settings::settling),
            clock,
            worker);
  }

  /** An attempt of this process whose call returned then, without telling what came of it. */
  public record OwnDoubt(FollowUpAttemptRow attempt, Instant returnedAt) {}

  /**
   * Takes up to limit whose turn it is, each of another account.
   *
   * @param dispatchId the run that takes them; null where there is none
   */
  public List<FollowUpClaim> claim(@Nullable UUID dispatchId, int limit) {
    return claim(dispatchId, null, limit);
  }

  /** Sends what was taken, or writes down why not; returns what is left to settle. */
  public Optional<OwnDoubt> send(FollowUpClaim claim) throws InterruptedException {
    return send.run(claim).map(attempt -> new OwnDoubt(attempt, clock.instant()));
  }

  /**
   * Sends what follows the post, one after the other, as far as it can go now. Ends early with what
   * is left to settle: the next waits until it is known to be out.
   */
  public Optional<OwnDoubt> after(UUID variantId, @Nullable UUID dispatchId)
      throws InterruptedException {
    var claims = claim(dispatchId, variantId, 1);
    while (!claims.isEmpty()) {
      var doubt = send(claims.get(0));
      if (doubt.isPresent()) {
        return doubt;
      }
      claims = claim(dispatchId, variantId, 1);
    }
    return Optional.empty();
  }

  /** Settles an attempt of this very process; it may wait for the network's settling time. */
  public void settle(OwnDoubt doubt) throws InterruptedException {
    settle.afterOwnCall(doubt.attempt(), doubt.returnedAt());
  }

  /** Settles an attempt of another sender; it may wait for the network's settling time. */
  public void settle(FollowUpDoubt doubt) throws InterruptedException {
    settle.leftBehind(doubt.attempt());
  }

  /** Takes what lost senders left in flight. What they may have sent is in doubt from then on. */
  public void takeOrphans() {
    for (var orphan :
        database.in(
            database.own(),
            session -> session.followUpClaims().orphaned(settings.orphanedAfter()))) {
      var state =
          database.in(database.own(), session -> session.followUpClaims().settle(orphan, worker));
      LOG.log(
          Level.INFO,
          "Variant {0}, follow-up {1} was left by {2}; it is {3} now.",
          orphan.variantId(),
          orphan.position(),
          orphan.claimedBy(),
          state.map(FollowUpState::wireName).orElse("another's"));
    }
  }

  /** Everything that may have gone out, longest first. */
  public List<FollowUpDoubt> doubts() {
    return database.in(database.own(), session -> session.followUpSettlements().open());
  }

  /** How long until something that waits may be tried; empty for none. */
  public Optional<Duration> untilNextDue() {
    return database.in(database.own(), session -> session.followUpClaims().untilNextDue());
  }

  private List<FollowUpClaim> claim(
      @Nullable UUID dispatchId, @Nullable UUID variantId, int limit) {
    for (int i = 1; ; i++) {
      try {
        return database.in(
            database.own(),
            session -> session.followUpClaims().claim(worker, dispatchId, variantId, limit));
      } catch (RuleViolationException e) {
        // A stop came between the claim's look and its write: look again.
        if (i == CLAIM_TRIES) {
          throw e;
        }
      }
    }
  }
}
