package social.greenroom.worker.publish;

import java.util.List;
import java.util.Optional;
import social.greenroom.core.channel.HealthReport;
import social.greenroom.core.channel.HealthReport.Health;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.channel.PublishOutcome.AccountBlocked;
import social.greenroom.core.channel.PublishOutcome.Published;
import social.greenroom.core.channel.PublishOutcome.RateLimited;
import social.greenroom.store.database.TenantSession;

/** What a publish call tells about the account's health. */
final class CallHealth {
  private CallHealth() {}

  /** Keeps it with the accounts. */
  static void keep(TenantSession session, List<Landed> landed) {
    var published =
        landed.stream().filter(one -> one.outcome() instanceof Published).map(Landed::accountId);
    session.accounts().answered(published.toList());
    for (var one : landed) {
      blocked(one.outcome())
          .ifPresent(report -> session.accounts().report(one.accountId(), report));
    }
  }

  /** What keeps the account from posting; empty where the outcome says nothing of that. */
  private static Optional<HealthReport> blocked(PublishOutcome outcome) {
    if (outcome instanceof RateLimited limited) {
      return Optional.of(new HealthReport(Health.SOFT_BLOCK, null, limited.reason()));
    }
    if (outcome instanceof AccountBlocked blocked) {
      return Optional.of(new HealthReport(Health.HARD_BLOCK, null, blocked.reason()));
    }
    return Optional.empty();
  }
}
