package social.greenroom.worker.limit;

import java.util.List;
import java.util.Optional;
import social.greenroom.core.channel.HealthReport;
import social.greenroom.core.channel.HealthReport.Health;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.channel.PublishOutcome.AccountBlocked;
import social.greenroom.core.channel.PublishOutcome.Published;
import social.greenroom.core.channel.PublishOutcome.RateLimited;
import social.greenroom.store.database.TenantSession;

/** What a call tells about the account's health. */
public final class CallHealth {
  private CallHealth() {}

  /** Keeps it with the accounts. */
  public static void keep(TenantSession session, List<Returned> calls) {
    var published =
        calls.stream().filter(one -> one.outcome() instanceof Published).map(Returned::accountId);
    session.accounts().answered(published.toList());
    for (var one : calls) {
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
