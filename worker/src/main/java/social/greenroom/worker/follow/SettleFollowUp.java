package social.greenroom.worker.follow;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.follow.FollowUpAttemptRow;
import social.greenroom.store.vault.VaultException;
import social.greenroom.worker.account.AccountReach;
import social.greenroom.worker.log.LogField;
import social.greenroom.worker.settle.Doubt;
import social.greenroom.worker.settle.OthersPosts;
import social.greenroom.worker.settle.Sender;
import social.greenroom.worker.settle.Timeline;

/** Finds out what became of a call that adds what follows a post, and writes it down. */
final class SettleFollowUp {
  private static final System.Logger LOG = System.getLogger(SettleFollowUp.class.getName());

  private final TenantDatabase database;
  private final AccountReach reach;
  private final Timeline timeline;
  private final InstantSource clock;
  private final String worker;

  SettleFollowUp(
      TenantDatabase database,
      AccountReach reach,
      Timeline timeline,
      InstantSource clock,
      String worker) {
    this.database = database;
    this.reach = reach;
    this.timeline = timeline;
    this.clock = clock;
    this.worker = worker;
  }

  /** Settles an attempt of this very process, whose call returned then without an outcome. */
  void afterOwnCall(FollowUpAttemptRow attempt, Instant returnedAt) throws InterruptedException {
    settle(attempt, Sender.ended(Optional.of(returnedAt)));
  }

  /** Settles an attempt that another run left behind. */
  void leftBehind(FollowUpAttemptRow attempt) throws InterruptedException {
    var ended =
        database.in(
            database.own(),
            session -> session.senderEnds().of(attempt.worker(), attempt.dispatchId()));
    settle(attempt, Sender.ended(ended));
  }

  private void settle(FollowUpAttemptRow attempt, Sender sender) throws InterruptedException {
    var before = LogField.scope();
    LogField.TENANT.put(database.own());
    LogField.VARIANT.put(attempt.variantId());
    try {
      decide(attempt, sender);
    } finally {
      before.close();
    }
  }

  private void decide(FollowUpAttemptRow attempt, Sender sender) throws InterruptedException {
    var variant =
        database.in(
            database.own(), session -> session.variants().find(attempt.variantId()).orElseThrow());
    var followUp = FollowUpBook.of(variant.content(), attempt.position());
    var doubt = read(attempt, followUp.text(), sender);
    var verdict =
        doubt.isPresent()
            ? timeline.decide(doubt.get())
            : timeline.unreached(attempt.startedAt(), sender);
    LOG.log(
        Level.INFO,
        "Variant {0}, follow-up {1}: it is {2}.",
        attempt.variantId(),
        attempt.position(),
        verdict.words());
    verdict.writeTo(
        new FollowUpVerdict(database, attempt, followUp, variant.talentId(), clock, worker));
  }

  private Optional<Doubt> read(FollowUpAttemptRow attempt, String text, Sender sender) {
    try {
      return database.in(database.own(), session -> read(session, attempt, text, sender));
    } catch (VaultException e) {
      return Optional.empty();
    }
  }

  private Optional<Doubt> read(
      TenantSession session, FollowUpAttemptRow attempt, String text, Sender sender) {
    var account = session.accounts().find(attempt.accountId()).orElseThrow();
    var sentFrom = sentFrom(session, attempt);
    return reach
        .of(session, account)
        .map(
            access ->
                new Doubt(
                    text,
                    attempt.replyTo(),
                    attempt.startedAt(),
                    sentFrom,
                    sender,
                    access,
                    () ->
                        database.in(
                            database.own(),
                            later ->
                                OthersPosts.than(
                                    later,
                                    account.id(),
                                    sentFrom,
                                    attempt.variantId(),
                                    attempt.position()))));
  }

  /** Since when the same may be out: what an earlier attempt was held to have lost may arrive. */
  static Instant sentFrom(TenantSession session, FollowUpAttemptRow attempt) {
    return session.followUps().attempts(List.of(attempt.variantId())).stream()
        .filter(other -> other.position() == attempt.position())
        .filter(other -> other.outcome().equals("unknown"))
        .map(FollowUpAttemptRow::startedAt)
        .filter(began -> began.isBefore(attempt.startedAt()))
        .min(Comparator.naturalOrder())
        .orElse(attempt.startedAt());
  }
}
