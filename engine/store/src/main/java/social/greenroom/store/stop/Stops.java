package social.greenroom.store.stop;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.talent.TalentRow;

/**
 * The stop that counts: the strictest of what the resources and the page say.
 *
 * @param given those in force that people gave in the page
 */
public record Stops(List<StopRow> given) {
  public Stops {
    given = List.copyOf(given);
  }

  public static Stops inForce(TenantSession session) {
    return new Stops(session.stops().inForce());
  }

  public static StopPolicy of(TenantSession session, TalentRow talent) {
    return inForce(session).of(talent);
  }

  public static StopPolicy of(TenantSession session, TalentRow talent, AccountRow account) {
    return inForce(session).of(talent, account);
  }

  public StopPolicy of(TalentRow talent) {
    return strictest(talent.id(), null).and(talent.stopPolicy());
  }

  public StopPolicy of(TalentRow talent, AccountRow account) {
    return strictest(talent.id(), account.id()).and(talent.stopPolicy()).and(account.stopPolicy());
  }

  /** The strictest of those given for the tenant, the talent or the account. */
  private StopPolicy strictest(UUID talentId, @Nullable UUID accountId) {
    return given.stream()
        .filter(stop -> stop.concerns(talentId, accountId))
        .map(StopRow::policy)
        .reduce(StopPolicy.NONE, StopPolicy::and);
  }
}
