package social.greenroom.operator.tick;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.schedule.PostingRules;

/**
 * What a tick looks at.
 *
 * @param stop why nothing is to be sent, or null when nothing stands in the way
 * @param open posts of the persona's own making that aren't decided yet: requests under way, and
 *     drafts that wait
 * @param dailyCap the most posts of the talent in a day over all accounts; null: no such limit
 * @param taken when posts of the talent go out, over all accounts
 */
record TickFacts(
    @Nullable String stop,
    int open,
    @Nullable Instant lastTick,
    Duration interval,
    @Nullable Integer dailyCap,
    List<Instant> taken,
    List<AccountFacts> accounts) {

  /**
   * One account of the talent.
   *
   * @param taken when its other posts go out: waiting with a time, approved, queued, published
   * @param undecided drafts of it that have no time yet; each will need a slot
   */
  record AccountFacts(UUID id, PostingRules rules, List<Instant> taken, int undecided) {}
}
