package social.greenroom.worker.publish;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import social.greenroom.core.channel.PlatformAdapter;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.store.database.DatabaseUnavailableException;
import social.greenroom.store.publish.AttemptRow;
import social.greenroom.store.publish.Claim;
import social.greenroom.store.publish.FinishResult;
import social.greenroom.worker.account.Adapters;

/**
 * Publishes one claimed variant, exactly once: check and write the attempt down, commit, call the
 * network with no transaction open, write the outcome. What can't be told is settled afterwards.
 */
final class PublishVariant {
  private static final System.Logger LOG = System.getLogger(PublishVariant.class.getName());
  private static final Duration RETRY_WRITE = Duration.ofSeconds(1);

  private final SendLedger ledger;
  private final Adapters adapters;
  private final PublishSettings settings;
  private final InstantSource clock;

  PublishVariant(
      SendLedger ledger, Adapters adapters, PublishSettings settings, InstantSource clock) {
    this.ledger = ledger;
    this.adapters = adapters;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Sends it, or writes down why it isn't sent. Returns the attempt if it is in doubt whether it
   * went out; then it is to be settled.
   */
  Optional<AttemptRow> run(Claim claim) throws InterruptedException {
    try (var heartbeat = Heartbeat.start(() -> ledger.beat(claim), settings.heartbeat())) {
      var begun = ledger.begin(claim);
      if (begun.isEmpty() || heartbeat.lost()) {
        return Optional.empty();
      }
      var sending = begun.get();
      var outcome = call(sending, adapter -> adapter.publish(sending.command()));
      // A Job told to stop during the call still writes down what came of it.
      var toldToStop = Thread.interrupted();
      var result = write(sending, outcome);
      LOG.log(
          Level.INFO,
          "Variant {0}, attempt {1}: {2} ({3}).",
          claim.variantId(),
          sending.attempt().number(),
          outcome.wireName(),
          result);
      comment(sending, outcome);
      if (toldToStop) {
        Thread.currentThread().interrupt();
      }
      return outcome instanceof PublishOutcome.Unknown && result == FinishResult.WRITTEN
          ? Optional.of(sending.attempt())
          : Optional.empty();
    }
  }

  private PublishOutcome call(Sending sending, Function<PlatformAdapter, PublishOutcome> call) {
    var access = sending.command().account();
    try {
      return call.apply(adapters.of(access.platform(), access.channel()));
    } catch (RuntimeException e) {
      // An adapter reports failures as outcomes. One that throws may have done so after sending.
      LOG.log(Level.WARNING, "{0} broke off: {1}", access, e.getClass().getName());
      return new PublishOutcome.Unknown("The call broke off; it may have gone out all the same.");
    }
  }

  /**
   * Follows the post and can't reach the publish call again: whatever comes of it, the post is out.
   */
  private void comment(Sending sending, PublishOutcome outcome) {
    if (outcome instanceof PublishOutcome.Published published
        && sending.command().payload().firstComment() != null) {
      var remoteId = published.remoteId();
      ledger.commented(
          sending, call(sending, adapter -> adapter.comment(sending.command(), remoteId)));
    }
  }

  /** Doesn't give up easily: an outcome that isn't written becomes an unknown one. */
  private FinishResult write(Sending sending, PublishOutcome outcome) throws InterruptedException {
    Instant until = clock.instant().plus(settings.outcomePatience());
    while (true) {
      try {
        return ledger.finish(sending, outcome);
      } catch (DatabaseUnavailableException e) {
        if (clock.instant().isAfter(until)) {
          throw e;
        }
        Thread.sleep(RETRY_WRITE.toMillis());
      }
    }
  }
}
