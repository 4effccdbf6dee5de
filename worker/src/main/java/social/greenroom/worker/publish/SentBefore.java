package social.greenroom.worker.publish;

import java.time.Instant;
import java.util.List;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.Occupied;

/**
 * When other posts went out. What is only planned doesn't count: it will find this one in its way,
 * not the other way round.
 *
 * @param ofAccount of the post's own account
 * @param ofTalent of all the talent's accounts; one that may be at the network right now counts as
 *     sent
 */
record SentBefore(List<Instant> ofAccount, List<Instant> ofTalent) {

  static SentBefore of(TenantSession session, VariantRow variant, Instant from, Instant until) {
    var sent = session.planning().sentBefore(variant, from, until);
    var ofAccount =
        sent.stream()
            .filter(post -> post.accountId().equals(variant.accountId()))
            .filter(post -> post.state() != VariantState.PUBLISHING)
            .map(Occupied::at)
            .toList();
    return new SentBefore(ofAccount, sent.stream().map(Occupied::at).toList());
  }
}
