package social.greenroom.operator.account;

import java.time.Duration;
import java.time.Instant;
import social.greenroom.store.account.AccountHealth;
import social.greenroom.store.account.AccountRow;

/** When a Job is to look at an account; what it finds it writes into the account's row. */
final class AccountProbe {
  /** Between two looks at an account that isn't well: what ails it is seldom mended sooner. */
  static final Duration PAUSE = Duration.ofMinutes(5);

  private AccountProbe() {}

  /** True when the account can be reached and something about it isn't known. */
  static boolean due(StoredAccount stored, Instant now) {
    var row = stored.account();
    return row != null
        && stored.credential().holds()
        && stored.served().holds()
        && (stored.sealed() || (unsettled(row) && rested(row, now)));
  }

  /** True while another look may tell more. */
  static boolean unsettled(AccountRow row) {
    return !row.connected()
        || row.health() == AccountHealth.UNKNOWN
        || row.health() == AccountHealth.HARD_BLOCK
        || row.health() == AccountHealth.UNREACHABLE;
  }

  private static boolean rested(AccountRow row, Instant now) {
    var checked = row.healthCheckedAt();
    return checked == null || !now.isBefore(checked.plus(PAUSE));
  }
}
