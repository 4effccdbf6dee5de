package social.greenroom.operator.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import social.greenroom.core.network.Channel;
import social.greenroom.crds.account.Account;
import social.greenroom.operator.database.Departure;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.operator.status.Verdict;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.account.AccountSpec;
import social.greenroom.store.account.AccountUpsert;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.policy.AccountPolicy;
import social.greenroom.store.stop.Stops;
import social.greenroom.store.talent.TalentRow;

/** Accounts in the database. */
@ApplicationScoped
public class AccountRows {
  private final OperatorDatabases databases;
  private final AccountCredentials credentials;

  AccountRows(OperatorDatabases databases, AccountCredentials credentials) {
    this.databases = databases;
    this.credentials = credentials;
  }

  /**
   * Keeps the declaration where it differs from the row, then its token. One that was sealed just
   * now is wanted to be looked at.
   */
  StoredAccount store(UUID tenantId, Account account) {
    record Found(StoredAccount stored, Optional<AccountCredentials.Before> token) {}

    var found =
        databases
            .tenants()
            .inDerived(
                tenantId,
                session -> {
                  var stored = keep(session, account);
                  return new Found(stored, token(session, stored));
                });
    var kept = found.stored();
    if (found.token().isEmpty()) {
      return kept;
    }
    // Outside the transaction: the Secret is read over the network.
    var token = credentials.keep(account, found.token().get());
    return new StoredAccount(
        kept.kept(),
        kept.account(),
        token.verdict(),
        kept.served(),
        kept.stop(),
        kept.rules(),
        token.sealed());
  }

  private static Optional<AccountCredentials.Before> token(
      TenantSession session, StoredAccount stored) {
    return Optional.ofNullable(stored.account())
        .map(
            row ->
                new AccountCredentials.Before(
                    row,
                    session.credentials().find(row.id()),
                    Destination.of(session, row),
                    stored.served().holds()));
  }

  /** Keeps all but its token, in a transaction of the caller's. */
  public static StoredAccount keep(TenantSession session, Account account) {
    var name = account.getSpec().talentRef().name();
    var talent = session.talents().byName(name);
    if (talent.isEmpty()) {
      return StoredAccount.refused(
          Verdict.notYet(
              "NoTalent",
              "Talent '%s' doesn't exist in this namespace; make it, or correct talentRef."
                  .formatted(name)));
    }
    return keep(session, AccountDeclaration.of(account, talent.get().id()), talent.get());
  }

  private static StoredAccount keep(TenantSession session, AccountSpec spec, TalentRow talent) {
    var before = session.accounts().byName(spec.name());
    var unchanged = before.filter(row -> AccountDeclaration.same(row, spec));
    if (before.isPresent() && unchanged.isEmpty()) {
      // A rule may have become stricter, and what is sent next has to know.
      session.waitForDisk();
    }
    var upsert =
        unchanged.isPresent()
            ? new AccountUpsert.Stored(unchanged.get())
            : session.accounts().upsert(spec, before);
    if (upsert instanceof AccountUpsert.Stored stored) {
      if (before.filter(row -> row.removedAt() != null).isPresent()) {
        tellReturn(session, stored.account());
      }
      return kept(session, stored.account(), talent);
    }
    return StoredAccount.refused(refusal(upsert));
  }

  private static void tellReturn(TenantSession session, AccountRow row) {
    session
        .audit()
        .record(
            Departure.over(
                "account",
                row.id(),
                row.talentId(),
                "The account %s is back, with its history. What was cancelled stays cancelled."
                    .formatted(row.name())));
  }

  private static StoredAccount kept(TenantSession session, AccountRow row, TalentRow talent) {
    var remoteId = row.remoteId();
    if (remoteId != null) {
      // It may have become known since they were drafted.
      session.addressing().address(row.id(), remoteId);
    }
    return new StoredAccount(
        Verdict.yes("Kept", "The account is kept."),
        row,
        Verdict.notYet("Waiting", "The token wasn't looked for yet."),
        served(session, row),
        Stops.of(session, talent, row),
        AccountPolicy.read(session, talent, row).policy().inWords(),
        false);
  }

  private static Verdict served(TenantSession session, AccountRow row) {
    if (row.channel() == Channel.API || session.mcpServers().serving(row.platform()).isPresent()) {
      return Verdict.yes("Served", "Its network can be reached over its channel.");
    }
    return Verdict.notYet(
        "NoServer",
        "No McpServer serves %s; make one in this namespace, or in the operator's."
            .formatted(row.platform().wireName()));
  }

  private static Verdict refusal(AccountUpsert upsert) {
    if (upsert instanceof AccountUpsert.Fixed fixed) {
      return Verdict.no("Immutable", fixed.sentence());
    }
    if (upsert instanceof AccountUpsert.RemoteIdTaken taken) {
      return Verdict.no(
          "RemoteIdTaken",
          "remoteId is account '%s' already; one account at a network is one Account."
              .formatted(taken.by().name()));
    }
    throw new IllegalStateException("An outcome that isn't known here: " + upsert);
  }

  /** A Job is to look at the account. */
  void want(UUID tenantId, UUID accountId) {
    databases.tenants().run(tenantId, session -> session.checks().want(accountId));
  }

  /** What people are told of why their posts are cancelled. */
  public static String reason(String name) {
    return "The account %s was deleted.".formatted(name);
  }

  /** The resource was deleted: history stays, what isn't published is cancelled; says how many. */
  int remove(UUID tenantId, String name, String reason) {
    return databases.tenants().in(tenantId, session -> remove(session, name, reason));
  }

  /** The same, in a transaction of the caller's. */
  public static int remove(TenantSession session, String name, String reason) {
    var row = session.accounts().byName(name).filter(found -> found.removedAt() == null);
    if (row.isEmpty()) {
      return 0;
    }
    var id = row.get().id();
    var cancelled = session.cancelling().all(null, id, reason);
    session.accounts().remove(id);
    session
        .audit()
        .record(
            Departure.of(
                "account",
                id,
                row.get().talentId(),
                "%s %s".formatted(reason, Departure.count(cancelled))));
    return cancelled;
  }
}
