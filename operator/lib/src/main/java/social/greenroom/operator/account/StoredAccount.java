package social.greenroom.operator.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.schedule.RuleWords;
import social.greenroom.operator.status.Verdict;
import social.greenroom.store.account.AccountRow;

/**
 * What came of keeping an account in the database.
 *
 * @param kept whether it could be kept as declared
 * @param account null where it couldn't
 * @param credential whether a token lies in the vault, and why not
 * @param served whether something reaches its platform over its channel
 * @param stop the strictest of the resources' and the page's stops
 * @param rules the rules of posting that hold for it
 * @param sealed true when a token was sealed just now
 */
public record StoredAccount(
    Verdict kept,
    @Nullable AccountRow account,
    Verdict credential,
    Verdict served,
    StopPolicy stop,
    List<RuleWords> rules,
    boolean sealed) {
  private static final Verdict LATER = Verdict.notYet("Waiting", "The account isn't kept yet.");

  static StoredAccount refused(Verdict verdict) {
    return new StoredAccount(verdict, null, LATER, LATER, StopPolicy.NONE, List.of(), false);
  }
}
