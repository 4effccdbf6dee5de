package social.greenroom.worker.check;

import java.util.Optional;
import java.util.UUID;
import social.greenroom.core.channel.AccountAccess;
import social.greenroom.core.channel.HealthReport;
import social.greenroom.core.channel.HealthReport.Health;
import social.greenroom.core.network.Channel;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.account.WantedCheck;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.database.TenantSession;
import social.greenroom.worker.account.AccountReach;
import social.greenroom.worker.account.Adapters;

/**
 * Asks the network whose account the credential opens, and writes down what it says: the account's
 * health, its id if it had none, and whether the MCP server answered. It posts nothing.
 */
record CheckAccount(TenantDatabase database, AccountReach reach, Adapters adapters) {
  private record Target(AccountRow account, AccountAccess access) {}

  void run(WantedCheck wanted) {
    var target = database.in(database.own(), session -> target(session, wanted.accountId()));
    // No transaction is open while the network is asked.
    var report =
        target
            .map(Target::access)
            .map(access -> adapters.of(access.platform(), access.channel()).health(access));
    database.run(
        database.own(),
        session -> {
          report.ifPresent(told -> write(session, target.get().account(), told));
          session.checks().done(wanted);
        });
  }

  /** Empty for one that was removed, or lacks what it is reached with: its conditions say so. */
  private Optional<Target> target(TenantSession session, UUID accountId) {
    return session
        .accounts()
        .find(accountId)
        .filter(account -> account.removedAt() == null)
        .flatMap(account -> reach.of(session, account).map(access -> new Target(account, access)));
  }

  private static void write(TenantSession session, AccountRow account, HealthReport report) {
    session.accounts().report(account.id(), known(session, account, report));
    if (account.channel() == Channel.MCP) {
      var answered = report.health() != Health.UNREACHABLE;
      session
          .mcpServers()
          .serving(account.platform())
          .ifPresent(
              server ->
                  session
                      .mcpServers()
                      .report(server.id(), answered, answered ? null : report.message()));
    }
  }

  /** The report, with an id only where the account may take it. */
  private static HealthReport known(
      TenantSession session, AccountRow account, HealthReport report) {
    var told = report.remoteId();
    if (told == null || account.connected()) {
      return new HealthReport(report.health(), null, report.message());
    }
    return session
        .accounts()
        .byRemoteId(account.platform(), account.endpoint(), told)
        .filter(holder -> !holder.id().equals(account.id()))
        .map(holder -> new HealthReport(Health.HARD_BLOCK, null, taken(account, holder, told)))
        .orElse(report);
  }

  private static String taken(AccountRow account, AccountRow holder, String told) {
    return "The credential opens %s on %s, which is account '%s' already; give this account a credential of its own."
        .formatted(told, account.platform().displayName(), holder.name());
  }
}
