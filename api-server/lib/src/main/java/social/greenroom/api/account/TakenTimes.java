package social.greenroom.api.account;

import java.time.Instant;
import java.util.List;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.publish.Occupied;

/**
 * When posts go out or went out.
 *
 * @param ofAccount on one account
 * @param ofTalent on all of its talent's accounts, this one among them
 */
public record TakenTimes(List<Instant> ofAccount, List<Instant> ofTalent) {
  /** Sorts out which of the talent's posts are the account's. */
  public static TakenTimes of(AccountRow account, List<Occupied> ofTalent) {
    return new TakenTimes(
        ofTalent.stream()
            .filter(taken -> taken.accountId().equals(account.id()))
            .map(Occupied::at)
            .toList(),
        ofTalent.stream().map(Occupied::at).toList());
  }
}
