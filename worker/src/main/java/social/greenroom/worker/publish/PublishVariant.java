package social.greenroom.worker.publish;

import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Optional;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.store.publish.AttemptRow;
import social.greenroom.store.publish.Claim;
import social.greenroom.store.publish.FinishResult;
import social.greenroom.trace.Fact;
import social.greenroom.trace.Span;
import social.greenroom.trace.Tracing;
import social.greenroom.worker.account.Adapters;
import social.greenroom.worker.job.UntilWritten;
import social.greenroom.worker.log.LogField;

/**
 * Publishes one claimed variant, exactly once: check and write the attempt down, commit, call the
 * network with no transaction open, write the outcome. What can't be told is settled afterwards.
 */
final class PublishVariant {
  private static final System.Logger LOG = System.getLogger(PublishVariant.class.getName());

  /** Nobody else can know it: whoever took the claim sees an attempt that had begun. */
  private static final PublishOutcome UNTOUCHED =
      PublishOutcome.NotSent.uncalled("Its sender lost it before it called the network.");

  private final SendLedger ledger;
  private final Adapters adapters;
  private final Heartbeats heartbeats;
  private final PublishSettings settings;
  private final InstantSource clock;
  private final Tracing tracing;

  PublishVariant(
      SendLedger ledger,
      Adapters adapters,
      Heartbeats heartbeats,
      PublishSettings settings,
      InstantSource clock,
      Tracing tracing) {
    this.ledger = ledger;
    this.adapters = adapters;
    this.heartbeats = heartbeats;
    this.settings = settings;
    this.clock = clock;
    this.tracing = tracing;
  }

  /**
   * Sends it, or writes down why it isn't sent. Returns the attempt if it is in doubt whether it
   * went out; then it is to be settled.
   */
  Optional<AttemptRow> run(Claim claim) throws InterruptedException {
    var before = LogField.scope();
    note(claim);
    try (var span = trace(claim)) {
      var doubt = publish(claim);
      span.tell(Fact.OUTCOME, doubt.isPresent() ? "in doubt" : "settled");
      return doubt;
    } finally {
      before.close();
    }
  }

  /** A flight has a thread of its own, whose lines tell what it carries. */
  private static void note(Claim claim) {
    LogField.TENANT.put(claim.variant().tenantId());
    LogField.VARIANT.put(claim.variantId());
    if (claim.dispatchId() != null) {
      LogField.DISPATCH.put(claim.dispatchId());
    }
  }

  /** Goes on with the trace of its approval, from when it was claimed. */
  private Span trace(Claim claim) {
    if (!tracing.on()) {
      return Span.none();
    }
    var began = claim.variant().heartbeatAt();
    var span = tracing.resume("publish", ledger.trace(claim).orElse(null), began);
    span.tell(Fact.TENANT, claim.variant().tenantId()).tell(Fact.VARIANT, claim.variantId());
    if (claim.dispatchId() != null) {
      span.tell(Fact.DISPATCH, claim.dispatchId());
    }
    tracing.resume("claim", span.traceParent().orElse(null), began).close();
    return span;
  }

  private Optional<Sending> check(Claim claim) {
    try (var span = Span.begin("check")) {
      var begun = ledger.begin(claim);
      span.tell(Fact.OUTCOME, begun.isPresent() ? "granted" : "refused");
      return begun;
    }
  }

  private Optional<AttemptRow> publish(Claim claim) throws InterruptedException {
    try (var heartbeat = heartbeats.watch(claim, ledger)) {
      var begun = check(claim);
      if (begun.isEmpty()) {
        return Optional.empty();
      }
      if (heartbeat.lost()) {
        write(begun.get(), UNTOUCHED);
        return Optional.empty();
      }
      return send(claim, begun.get());
    }
  }

  private Optional<AttemptRow> send(Claim claim, Sending sending) throws InterruptedException {
    try (var span = Span.begin("attempt")) {
      var outcome = call(sending);
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
      span.tell(Fact.ATTEMPT, sending.attempt().number()).tell(Fact.OUTCOME, outcome.wireName());
      if (toldToStop) {
        Thread.currentThread().interrupt();
      }
      // Its call has returned, whoever holds the claim by now: that is proof for the reading.
      return outcome instanceof PublishOutcome.Unknown
          ? Optional.of(sending.attempt())
          : Optional.empty();
    }
  }

  private PublishOutcome call(Sending sending) {
    var access = sending.command().account();
    try (var span = Span.begin("network call")) {
      span.tell(Fact.PLATFORM, access.platform().wireName());
      return sending.meant(
          adapters.of(access.platform(), access.channel()).publish(sending.command()));
    } catch (RuntimeException e) {
      // An adapter reports failures as outcomes. One that throws may have done so after sending.
      LOG.log(Level.WARNING, "{0} broke off: {1}", access, e.getClass().getName());
      return new PublishOutcome.Unknown("The call broke off; it may have gone out all the same.");
    }
  }

  private FinishResult write(Sending sending, PublishOutcome outcome) throws InterruptedException {
    var answered = ledger.answered(sending, outcome);
    return new UntilWritten(clock, settings.outcomePatience()).write(() -> ledger.finish(answered));
  }
}
