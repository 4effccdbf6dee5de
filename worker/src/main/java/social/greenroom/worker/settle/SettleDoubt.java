package social.greenroom.worker.settle;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import social.greenroom.core.network.OutgoingText;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.AttemptRow;
import social.greenroom.store.publish.InDoubt;
import social.greenroom.store.vault.VaultException;
import social.greenroom.worker.account.AccountReach;
import social.greenroom.worker.account.Adapters;
import social.greenroom.worker.job.Pace;
import social.greenroom.worker.log.LogField;

/** Finds out what became of an attempt, and writes it down: the last part of exactly once. */
public final class SettleDoubt {
  private static final System.Logger LOG = System.getLogger(SettleDoubt.class.getName());

  private final TenantDatabase database;
  private final AccountReach reach;
  private final Timeline timeline;
  private final InstantSource clock;
  private final String worker;

  /**
   * @param settling how long a network's settling time is waited for
   * @param worker the name written down
   */
  public SettleDoubt(
      TenantDatabase database,
      AccountReach reach,
      Adapters adapters,
      Pace pace,
      UnaryOperator<Duration> settling,
      String worker) {
    this.database = database;
    this.reach = reach;
    this.timeline = new Timeline(adapters, pace, settling);
    this.clock = pace.clock();
    this.worker = worker;
  }

  /** Settles an attempt of this very process, whose call returned then without an outcome. */
  public void afterOwnCall(AttemptRow attempt, Instant returnedAt) throws InterruptedException {
    settle(attempt, new Sender.Ended(returnedAt));
  }

  /** Settles an attempt that another run left behind. */
  public void leftBehind(InDoubt doubt) throws InterruptedException {
    var ended = database.in(database.own(), session -> session.senderEnds().of(doubt.attempt()));
    settle(doubt.attempt(), Sender.ended(ended));
  }

  private void settle(AttemptRow attempt, Sender sender) throws InterruptedException {
    var before = LogField.scope();
    LogField.TENANT.put(database.own());
    LogField.VARIANT.put(attempt.variantId());
    try {
      decide(attempt, sender);
    } finally {
      before.close();
    }
  }

  private void decide(AttemptRow attempt, Sender sender) throws InterruptedException {
    var variant =
        database.in(
            database.own(), session -> session.variants().find(attempt.variantId()).orElseThrow());
    var sent = OutgoingText.of(variant.content());
    var doubt = read(variant, attempt, sender);
    var verdict =
        doubt.isPresent()
            ? timeline.decide(doubt.get())
            : timeline.unreached(attempt.startedAt(), sender);
    LOG.log(Level.INFO, "Variant {0}: it is {1}.", attempt.variantId(), verdict.words());
    verdict.writeTo(
        new SettlementWriter(database, attempt, variant.talentId(), sent, clock, worker));
  }

  private Optional<Doubt> read(VariantRow variant, AttemptRow attempt, Sender sender) {
    try {
      return database.in(database.own(), session -> read(session, variant, attempt, sender));
    } catch (VaultException e) {
      return Optional.empty();
    }
  }

  private Optional<Doubt> read(
      TenantSession session, VariantRow variant, AttemptRow attempt, Sender sender) {
    var account = session.accounts().find(variant.accountId()).orElseThrow();
    var sentFrom = sentFrom(attempt, session.attempts().of(variant.id()));
    return reach
        .of(session, account)
        .map(
            access ->
                new Doubt(
                    OutgoingText.of(variant.content()),
                    null,
                    attempt.startedAt(),
                    sentFrom,
                    sender,
                    access,
                    () ->
                        database.in(
                            database.own(),
                            later ->
                                OthersPosts.than(later, account.id(), sentFrom, variant.id(), 0))));
  }

  /** Since when the same may be out: what an earlier attempt was held to have lost may arrive. */
  private static Instant sentFrom(AttemptRow attempt, List<AttemptRow> all) {
    return all.stream()
        .filter(other -> other.outcome().equals("unknown"))
        .filter(other -> other.contentHash().equals(attempt.contentHash()))
        .map(AttemptRow::startedAt)
        .filter(began -> began.isBefore(attempt.startedAt()))
        .min(Comparator.naturalOrder())
        .orElse(attempt.startedAt());
  }
}
