package social.greenroom.worker.follow;

import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Optional;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.store.follow.FollowUpAttemptRow;
import social.greenroom.store.follow.FollowUpClaim;
import social.greenroom.trace.Fact;
import social.greenroom.trace.Span;
import social.greenroom.trace.Tracing;
import social.greenroom.worker.account.FollowUpSenders;
import social.greenroom.worker.job.UntilWritten;
import social.greenroom.worker.log.LogField;
import social.greenroom.worker.publish.PublishSettings;

/**
 * Adds one claimed thing that follows a post, exactly once: check and write the attempt down,
 * commit, call the network with no transaction open, write the outcome.
 */
final class SendFollowUp {
  private static final System.Logger LOG = System.getLogger(SendFollowUp.class.getName());

  /** Nobody else can know it: whoever took the claim sees an attempt that had begun. */
  private static final PublishOutcome UNTOUCHED =
      PublishOutcome.NotSent.uncalled("Its sender lost it before it called the network.");

  private final FollowUpBook book;
  private final FollowUpSenders senders;
  private final PublishSettings settings;
  private final InstantSource clock;
  private final Tracing tracing;

  SendFollowUp(
      FollowUpBook book,
      FollowUpSenders senders,
      PublishSettings settings,
      InstantSource clock,
      Tracing tracing) {
    this.tracing = tracing;
    this.book = book;
    this.senders = senders;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Sends it, or writes down why it isn't sent. Returns the attempt if it is in doubt whether it
   * went out; then it is to be settled.
   */
  Optional<FollowUpAttemptRow> run(FollowUpClaim claim) throws InterruptedException {
    var before = LogField.scope();
    note(claim);
    try (var span = trace(claim)) {
      var doubt = follow(claim);
      span.tell(Fact.OUTCOME, doubt.isPresent() ? "in doubt" : "settled");
      return doubt;
    } finally {
      before.close();
    }
  }

  private static void note(FollowUpClaim claim) {
    LogField.TENANT.put(claim.row().tenantId());
    LogField.VARIANT.put(claim.row().variantId());
  }

  /** Goes on with the trace of its post's approval. */
  private Span trace(FollowUpClaim claim) {
    if (!tracing.on()) {
      return Span.none();
    }
    return tracing
        .resume("follow up", book.trace(claim).orElse(null))
        .tell(Fact.TENANT, claim.row().tenantId())
        .tell(Fact.VARIANT, claim.row().variantId());
  }

  private Optional<FollowUpSending> check(FollowUpClaim claim) {
    try (var span = Span.begin("check")) {
      var begun = book.begin(claim);
      span.tell(Fact.OUTCOME, begun.isPresent() ? "granted" : "refused");
      return begun;
    }
  }

  private Optional<FollowUpAttemptRow> follow(FollowUpClaim claim) throws InterruptedException {
    try (var heartbeat = FollowUpHeartbeat.start(() -> book.beat(claim), settings.heartbeat())) {
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

  private Optional<FollowUpAttemptRow> send(FollowUpClaim claim, FollowUpSending sending)
      throws InterruptedException {
    try (var span = Span.begin("attempt")) {
      var outcome = call(sending);
      // A Job told to stop during the call still writes down what came of it.
      var toldToStop = Thread.interrupted();
      var written = write(sending, outcome);
      LOG.log(
          Level.INFO,
          "Variant {0}, follow-up {1}, attempt {2}: {3}{4}.",
          claim.row().variantId(),
          claim.row().position(),
          sending.attempt().number(),
          outcome.wireName(),
          written ? "" : " (the claim was lost)");
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

  private PublishOutcome call(FollowUpSending sending) {
    var access = sending.command().account();
    try (var span = Span.begin("network call")) {
      span.tell(Fact.PLATFORM, access.platform().wireName());
      return sending.meant(
          senders.of(access.platform(), access.channel()).follow(sending.command()));
    } catch (RuntimeException e) {
      // An adapter reports failures as outcomes. One that throws may have done so after sending.
      LOG.log(Level.WARNING, "{0} broke off: {1}", access, e.getClass().getName());
      return new PublishOutcome.Unknown("The call broke off; it may have gone out all the same.");
    }
  }

  /** False when the claim was lost. */
  private boolean write(FollowUpSending sending, PublishOutcome outcome)
      throws InterruptedException {
    var answered = book.answered(sending, outcome);
    return new UntilWritten(clock, settings.outcomePatience()).write(() -> book.finish(answered));
  }
}
