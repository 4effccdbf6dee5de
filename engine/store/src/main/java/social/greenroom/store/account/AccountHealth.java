package social.greenroom.store.account;

import java.util.Locale;
import social.greenroom.core.channel.HealthReport;

/** How an account stood when it was last looked at. */
public enum AccountHealth {
  /** Never looked at. */
  UNKNOWN,
  OK,
  SOFT_BLOCK,
  /** Nothing is sent until a call succeeds again. */
  HARD_BLOCK,
  UNREACHABLE;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static AccountHealth of(HealthReport.Health health) {
    return valueOf(health.name());
  }
}
