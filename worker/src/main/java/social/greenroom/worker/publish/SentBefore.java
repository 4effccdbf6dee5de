package social.greenroom.worker.publish;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.Occupied;

/**
 * When other posts went out, of the account and of all the talent's accounts. What is only planned
 * doesn't count: it will find this one in its way, not the other way round.
 */
final class SentBefore {
  private static final Set<VariantState> SENT =
      Set.of(VariantState.PUBLISHED, VariantState.TAKEN_DOWN, VariantState.UNKNOWN);

  private SentBefore() {}

  static List<Instant> ofAccount(
      TenantSession session, VariantRow variant, Instant from, Instant until) {
    return session
        .planning()
        .occupied(null, variant.accountId(), from, until.plusSeconds(1))
        .stream()
        .filter(taken -> !taken.variantId().equals(variant.id()) && SENT.contains(taken.state()))
        .map(Occupied::at)
        .toList();
  }

  /** Another account's post may be at the network right now: it counts as sent. */
  static List<Instant> ofTalent(
      TenantSession session, VariantRow variant, Instant from, Instant until) {
    return session
        .planning()
        .occupied(variant.talentId(), null, from, until.plusSeconds(1))
        .stream()
        .filter(taken -> !taken.variantId().equals(variant.id()))
        .filter(taken -> SENT.contains(taken.state()) || beingSent(session, taken))
        .map(taken -> beingSent(session, taken) ? until : taken.at())
        .toList();
  }

  private static boolean beingSent(TenantSession session, Occupied taken) {
    return taken.state() == VariantState.PUBLISHING
        && session.attempts().sending(taken.variantId()).isPresent();
  }
}
