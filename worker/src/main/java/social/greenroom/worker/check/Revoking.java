package social.greenroom.worker.check;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import social.greenroom.core.channel.AccessEnd;
import social.greenroom.core.channel.HealthReport;
import social.greenroom.core.channel.HealthReport.Health;
import social.greenroom.core.retry.Retrying;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.audit.Actor;
import social.greenroom.store.audit.AuditEntry;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.stop.RevocationRow;
import social.greenroom.worker.account.AccountReach;
import social.greenroom.worker.account.Adapters;

/**
 * Gives an account's access back after a panic: reads what is due, calls the network with no
 * transaction open, writes what came of it. Done twice it does no harm, so what isn't known is
 * tried again.
 */
record Revoking(
    TenantDatabase database, AccountReach reach, Adapters adapters, InstantSource clock) {
  private static final Retrying RETRYING =
      new Retrying(Duration.ofMinutes(1), Duration.ofHours(1), 50, Duration.ofDays(7));

  void run(UUID accountId) {
    for (var due : database.in(database.own(), session -> session.revocations().due(accountId))) {
      var end = end(accountId);
      database.run(database.own(), session -> write(session, due, end));
    }
  }

  private AccessEnd end(UUID accountId) {
    return database
        .in(
            database.own(),
            session ->
                session.accounts().find(accountId).flatMap(account -> reach.of(session, account)))
        .map(access -> adapters.of(access.platform(), access.channel()).endAccess(access))
        .orElseGet(() -> new AccessEnd.Impossible("There is no token of this account's."));
  }

  private void write(TenantSession session, RevocationRow due, AccessEnd end) {
    var account = session.accounts().find(due.accountId()).orElseThrow();
    if (end instanceof AccessEnd.Later later) {
      retry(session, due, account, later);
    } else if (session
        .revocations()
        .settle(due.id(), end instanceof AccessEnd.Ended, end.sentence())) {
      note(session, account, end.sentence());
    }
    if (end instanceof AccessEnd.Ended) {
      session
          .accounts()
          .report(account.id(), new HealthReport(Health.HARD_BLOCK, null, end.sentence()));
    }
  }

  private void retry(
      TenantSession session, RevocationRow due, AccountRow account, AccessEnd.Later later) {
    var made = due.tries() + 1;
    var now = clock.instant();
    if (RETRYING.over(made, Duration.between(due.createdAt(), now))) {
      var sentence = "Given up after %d tries: %s".formatted(made, later.sentence());
      session.revocations().settle(due.id(), false, sentence);
      note(session, account, sentence);
      return;
    }
    var at = now.plus(RETRYING.pause(made, ThreadLocalRandom.current()));
    var dueAt = Optional.of(later.notBefore()).filter(told -> told.isAfter(at)).orElse(at);
    session.revocations().later(due.id(), dueAt, later.sentence());
  }

  private static void note(TenantSession session, AccountRow account, String sentence) {
    session
        .audit()
        .record(
            AuditEntry.of(
                Actor.worker("check"),
                "account.access_ended",
                "%s: %s".formatted(account.handle(), sentence),
                "account",
                account.id(),
                account.talentId()));
  }
}
