package social.greenroom.worker.publish;

import java.time.Instant;
import java.util.List;
import social.greenroom.core.post.VariantState;
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

  /**
   * @param sent what went out of all the talent's accounts
   */
  static SentBefore of(VariantRow variant, List<Occupied> sent) {
    var others = sent.stream().filter(post -> !post.variantId().equals(variant.id())).toList();
    var ofAccount =
        others.stream()
            .filter(post -> post.accountId().equals(variant.accountId()))
            .filter(post -> post.state() != VariantState.PUBLISHING)
            .map(Occupied::at)
            .toList();
    return new SentBefore(ofAccount, others.stream().map(Occupied::at).toList());
  }
}
