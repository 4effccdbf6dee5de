package social.greenroom.worker.publish;

import java.time.Duration;
import java.util.UUID;
import social.greenroom.store.database.DatabaseUnavailableException;
import social.greenroom.store.publish.Claim;

/**
 * One run of the publisher for a tenant: settle what an earlier run left behind, then send what is
 * queued, each at its time, until nothing more is due soon.
 */
final class PublishDispatch {
  /** A wait is cut into such pieces, so that a post queued meanwhile isn't overslept. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  private final TenantPublisher publisher;
  private final PublishSettings settings;
  private final String worker;

  PublishDispatch(TenantPublisher publisher, PublishSettings settings, String worker) {
    this.publisher = publisher;
    this.settings = settings;
    this.worker = worker;
  }

  /**
   * Runs until nothing more is due soon and nothing is on its way.
   *
   * @throws InterruptedException when told to stop; calls on their way end first
   */
  void run(UUID dispatchId) throws InterruptedException {
    publisher.started(dispatchId);
    try (var flights = new Flights(settings.parallel(), worker)) {
      try {
        settleAndSend(dispatchId, flights);
      } catch (DatabaseUnavailableException e) {
        // What came of calls is known to nobody else: it is waited for until it could be written,
        // or the Job's deadline ends it.
        flights.awaitAll();
        throw e;
      }
      flights.awaitAll();
    }
  }

  private void settleAndSend(UUID dispatchId, Flights flights) throws InterruptedException {
    settleWhatWasLeft(dispatchId, flights);
    long landings;
    do {
      landings = flights.landings();
    } while (sendWhatIsDue(dispatchId, flights)
        || sendWhatFollows(dispatchId, flights)
        || wait(flights, landings));
  }

  private void settleWhatWasLeft(UUID dispatchId, Flights flights) {
    publisher.takeOrphans();
    for (var doubt : publisher.doubts()) {
      flights.aside(() -> publisher.settle(doubt, dispatchId));
    }
    for (var doubt : publisher.followUpDoubts()) {
      flights.aside(() -> publisher.settle(doubt, dispatchId));
    }
  }

  /** Sends what is due; false when there was nothing to claim. */
  private boolean sendWhatIsDue(UUID dispatchId, Flights flights) throws InterruptedException {
    var claims = publisher.claim(dispatchId, flights.awaitRoom());
    for (var claim : claims) {
      flights.start(() -> publishAndSettle(claim, flights));
    }
    return !claims.isEmpty();
  }

  /** Sends what follows posts and waited for its turn; false when there was nothing to claim. */
  private boolean sendWhatFollows(UUID dispatchId, Flights flights) throws InterruptedException {
    var claims = publisher.claimFollowUps(dispatchId, flights.awaitRoom());
    for (var claim : claims) {
      flights.start(
          () ->
              publisher.follow(claim).ifPresent(own -> flights.aside(() -> publisher.settle(own))));
    }
    return !claims.isEmpty();
  }

  private void publishAndSettle(Claim claim, Flights flights) throws InterruptedException {
    var doubt = publisher.publish(claim);
    doubt.ifPresent(own -> flights.aside(() -> publisher.settle(own)));
  }

  /** Waits for the next time something may be due; false when there is nothing to wait for. */
  private boolean wait(Flights flights, long landings) throws InterruptedException {
    var next = publisher.untilNextDue(settings.startAhead());
    if (next.isEmpty()) {
      return flights.awaitLandingAfter(landings);
    }
    var step = next.get().compareTo(LOOK_AGAIN) < 0 ? next.get() : LOOK_AGAIN;
    Thread.sleep(step.toMillis(), step.toNanosPart() % 1_000_000);
    return true;
  }
}
