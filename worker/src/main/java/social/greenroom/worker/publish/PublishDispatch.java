package social.greenroom.worker.publish;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.database.RuleViolationException;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.publish.Claim;
import social.greenroom.worker.settle.SettleDoubt;

/**
 * One run of the publisher for a tenant: settle what an earlier run left behind, then send what is
 * queued, each at its time, until nothing more is due soon.
 */
final class PublishDispatch {
  private static final System.Logger LOG = System.getLogger(PublishDispatch.class.getName());

  /** A wait is cut into such pieces, so that a post queued meanwhile isn't overslept. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  private static final int CLAIM_TRIES = 3;

  private final TenantDatabase database;
  private final PublishVariant publish;
  private final SettleDoubt settle;
  private final PublishSettings settings;
  private final InstantSource clock;
  private final String worker;

  PublishDispatch(
      TenantDatabase database,
      PublishVariant publish,
      SettleDoubt settle,
      PublishSettings settings,
      InstantSource clock,
      String worker) {
    this.database = database;
    this.publish = publish;
    this.settle = settle;
    this.settings = settings;
    this.clock = clock;
    this.worker = worker;
  }

  /**
   * Runs until nothing more is due soon and nothing is on its way.
   *
   * @throws InterruptedException when told to stop; calls on their way end first
   */
  void run(UUID dispatchId) throws InterruptedException {
    database.run(database.own(), session -> session.dispatches().started(dispatchId));
    try (var flights = new Flights(settings.parallel(), worker)) {
      settleWhatWasLeft(flights);
      while (sendWhatIsDue(dispatchId, flights) || wait(flights)) {}
      flights.awaitAll();
    }
  }

  private void settleWhatWasLeft(Flights flights) {
    for (var orphan :
        database.in(
            database.own(), session -> session.claims().orphaned(settings.orphanedAfter()))) {
      var state = database.in(database.own(), session -> session.claims().settle(orphan, worker));
      LOG.log(
          Level.INFO,
          "Variant {0} was left by {1}; it is {2} now.",
          orphan.variant().id(),
          orphan.variant().claimedBy(),
          state.map(VariantState::wireName).orElse("another's"));
    }
    for (var doubt : database.in(database.own(), session -> session.settlements().open())) {
      flights.aside(() -> settle.leftBehind(doubt));
    }
  }

  /** Sends what is due; false when there was nothing to claim. */
  private boolean sendWhatIsDue(UUID dispatchId, Flights flights) throws InterruptedException {
    var claims = claim(dispatchId, flights.awaitRoom());
    for (var claim : claims) {
      flights.start(() -> publishAndSettle(claim, flights));
    }
    return !claims.isEmpty();
  }

  private void publishAndSettle(Claim claim, Flights flights) throws InterruptedException {
    var doubt = publish.run(claim);
    var returnedAt = clock.instant();
    doubt.ifPresent(attempt -> flights.aside(() -> settle.afterOwnCall(attempt, returnedAt)));
  }

  private List<Claim> claim(UUID dispatchId, int limit) {
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

  /** Waits for the next time something may be due; false when there is nothing to wait for. */
  private boolean wait(Flights flights) throws InterruptedException {
    var next = untilNextDue();
    if (next.isEmpty() || next.get().compareTo(settings.startAhead()) > 0) {
      return flights.awaitOne();
    }
    if (next.get().isZero()) {
      // Due, but not to be had: its account has one on its way, or a stop holds it.
      return flights.awaitOne();
    }
    var step = next.get().compareTo(LOOK_AGAIN) < 0 ? next.get() : LOOK_AGAIN;
    Thread.sleep(step.toMillis(), step.toNanosPart() % 1_000_000);
    return true;
  }

  private Optional<Duration> untilNextDue() {
    return database.in(database.own(), session -> session.claims().untilNextDue());
  }
}
