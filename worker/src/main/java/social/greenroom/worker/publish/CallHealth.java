package social.greenroom.worker.publish;

import java.util.Optional;
import social.greenroom.core.channel.HealthReport;
import social.greenroom.core.channel.HealthReport.Health;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.channel.PublishOutcome.AccountBlocked;
import social.greenroom.core.channel.PublishOutcome.Published;
import social.greenroom.core.channel.PublishOutcome.RateLimited;

/** What a publish call tells about the account's health. */
final class CallHealth {
  private CallHealth() {}

  /** The report, or empty where the outcome says nothing about the account. */
  static Optional<HealthReport> of(PublishOutcome outcome) {
    if (outcome instanceof Published) {
      return Optional.of(new HealthReport(Health.OK, null, null));
    }
    if (outcome instanceof RateLimited limited) {
      return Optional.of(new HealthReport(Health.SOFT_BLOCK, null, limited.reason()));
    }
    if (outcome instanceof AccountBlocked blocked) {
      return Optional.of(new HealthReport(Health.HARD_BLOCK, null, blocked.reason()));
    }
    return Optional.empty();
  }
}
