package social.greenroom.operator.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import social.greenroom.store.account.AccountHealth;
import social.greenroom.store.account.AccountRow;

/** When a Job is to look at an account; what it finds it writes into the account's row. */
final class AccountProbe {
  /** Between two looks at an account that isn't well: what ails it is seldom mended sooner. */
  static final Duration PAUSE = Duration.ofMinutes(5);

  /** A permission that is given isn't announced. */
  private static final Duration UNREADY = Duration.ofMinutes(10);

  /** What is still missing then is told in an event. */
  private static final Duration NEW = Duration.ofSeconds(15);

  private static final Duration SOONEST = Duration.ofSeconds(5);

  private AccountProbe() {}

  /** True when the account can be reached and something about it isn't known. */
  static boolean due(StoredAccount stored, Instant now) {
    var row = stored.account();
    return row != null
        && stored.credential().holds()
        && stored.served().holds()
        && (stored.sealed() || (unsettled(row) && rested(row, now)));
  }

  /**
   * When to look at the account again without being told of a change; empty where everything that
   * it waits for is announced.
   *
   * @param made when its resource was made
   */
  static Optional<Duration> pause(StoredAccount stored, Instant made, Instant now) {
    var row = stored.account();
    if (row == null || !stored.credential().holds() || !stored.served().holds()) {
      return Optional.of(now.isBefore(made.plus(NEW)) ? NEW : UNREADY);
    }
    var checked = row.healthCheckedAt();
    if (checked == null) {
      // An announcement can be missed.
      return Optional.of(PAUSE);
    }
    if (!unsettled(row)) {
      return Optional.empty();
    }
    var left = Duration.between(now, checked.plus(PAUSE));
    return Optional.of(left.compareTo(SOONEST) < 0 ? SOONEST : left);
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
