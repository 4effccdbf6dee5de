package social.greenroom.channels.outgoing;

import social.greenroom.channels.failure.NetworkFailure;
import social.greenroom.core.channel.AccountAccess;
import social.greenroom.core.channel.HealthReport;
import social.greenroom.core.channel.HealthReport.Health;

/** Whether a credential opens the account that it is kept for: an account is its remote id. */
public final class Identity {
  private Identity() {}

  /** How the account stands, given the id that the network tells for its credential. */
  public static HealthReport report(AccountAccess account, String told) {
    if (told.isEmpty()) {
      return new HealthReport(
          Health.UNREACHABLE,
          null,
          account.platform().displayName() + " didn't tell whose account this is.");
    }
    return other(account, told)
        ? new HealthReport(Health.HARD_BLOCK, told, sentence(account))
        : new HealthReport(Health.OK, told, null);
  }

  /** Refuses to go on with a credential of another account. */
  public static void demand(AccountAccess account, String told) throws NetworkFailure {
    if (told.isEmpty()) {
      throw NetworkFailure.unsent(
          account.platform().displayName()
              + " didn't tell whose account this is; nothing was sent.");
    }
    if (other(account, told)) {
      throw NetworkFailure.blocked(sentence(account));
    }
  }

  private static boolean other(AccountAccess account, String told) {
    return account.remoteId() != null && !account.remoteId().equals(told);
  }

  private static String sentence(AccountAccess account) {
    return "The credential kept for %s on %s opens another account; connect this one again."
        .formatted(account.handle(), account.platform().displayName());
  }
}
