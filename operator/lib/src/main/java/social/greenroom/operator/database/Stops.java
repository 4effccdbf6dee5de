package social.greenroom.operator.database;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.stop.StopRow;
import social.greenroom.store.talent.TalentRow;

/** The stop that counts: the strictest of what the resources and the page say. */
public final class Stops {
  private Stops() {}

  public static StopPolicy of(TenantSession session, TalentRow talent) {
    return given(session, talent.id(), null).and(talent.stopPolicy());
  }

  public static StopPolicy of(TenantSession session, TalentRow talent, AccountRow account) {
    return given(session, talent.id(), account.id())
        .and(talent.stopPolicy())
        .and(account.stopPolicy());
  }

  /** The strictest of those given in the page for the tenant, the talent or the account. */
  private static StopPolicy given(TenantSession session, UUID talentId, @Nullable UUID accountId) {
    return session.stops().inForce().stream()
        .filter(stop -> concerns(stop, talentId, accountId))
        .map(StopRow::policy)
        .reduce(StopPolicy.NONE, StopPolicy::and);
  }

  private static boolean concerns(StopRow stop, UUID talentId, @Nullable UUID accountId) {
    return stop.scope().equals("tenant")
        || talentId.equals(stop.talentId())
        || (accountId != null && accountId.equals(stop.accountId()));
  }
}
