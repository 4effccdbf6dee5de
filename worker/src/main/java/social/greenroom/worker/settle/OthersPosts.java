package social.greenroom.worker.settle;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.follow.FollowUpRow;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.Occupied;

/** The posts at the network that are known to be something else than what is looked for. */
public final class OthersPosts {
  private static final Duration AROUND = Duration.ofDays(2);

  private OthersPosts() {}

  /** Ids of everything that is known to have gone out on the account around that time. */
  public static Set<String> around(TenantSession session, UUID accountId, Instant at) {
    var others =
        session.planning().occupied(null, accountId, at.minus(AROUND), at.plus(AROUND)).stream()
            .map(Occupied::variantId)
            .toList();
    var known = new HashSet<String>();
    session.variants().byIds(others).stream().map(VariantRow::remoteId).forEach(known::add);
    session.followUps().of(others).stream().map(FollowUpRow::remoteId).forEach(known::add);
    known.removeIf(Objects::isNull);
    return Set.copyOf(known);
  }
}
