package social.greenroom.worker.generate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.schedule.Deadline;
import social.greenroom.core.schedule.Placement;
import social.greenroom.core.schedule.PostingRules;
import social.greenroom.core.schedule.TalentDay;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.publish.Occupied;

/**
 * Proposes when a draft goes out: the time that was asked for, else the account's next free slot.
 */
final class Proposal {
  private static final Duration BEFORE = Duration.ofDays(8);
  private static final Duration AHEAD = Duration.ofDays(400);

  private Proposal() {}

  /** The account's taken times, around which a proposal is made. */
  static List<Instant> taken(TenantSession session, UUID accountId, Instant now) {
    return session.planning().occupied(null, accountId, now.minus(BEFORE), now.plus(AHEAD)).stream()
        .map(Occupied::at)
        .toList();
  }

  /** The taken times of all the talent's accounts, which fill the talent's day. */
  static List<Instant> takenByTalent(TenantSession session, UUID talentId, Instant now) {
    return session.planning().occupied(talentId, null, now.minus(BEFORE), now.plus(AHEAD)).stream()
        .map(Occupied::at)
        .toList();
  }

  /**
   * A time, and the rule that set it or why there is none.
   *
   * @param deadline after which nothing of the request goes out, if it says so
   */
  static ProposedTime of(
      PostingRules rules,
      TalentDay day,
      @Nullable Instant asked,
      @Nullable Deadline deadline,
      Instant now,
      List<Instant> taken) {
    var placement = placement(rules, day, asked, now, taken);
    if (deadline == null) {
      return placement.map(ProposedTime::of).orElseGet(ProposedTime::nowhere);
    }
    return placement
        .filter(found -> deadline.allows(found.at()))
        .map(ProposedTime::of)
        .orElseGet(() -> ProposedTime.notBy(deadline));
  }

  private static Optional<Placement> placement(
      PostingRules rules,
      TalentDay day,
      @Nullable Instant asked,
      Instant now,
      List<Instant> taken) {
    if (asked == null || !asked.isAfter(now)) {
      return day.nextSlot(rules, now, taken);
    }
    var violation = day.check(rules, asked, taken);
    if (violation.isEmpty()) {
      return Optional.of(new Placement(asked, "The request asks for this time."));
    }
    return day.nextSlot(rules, asked, taken)
        .map(
            slot ->
                new Placement(
                    slot.at(),
                    "The time asked for isn't free: %s %s"
                        .formatted(violation.get().sentence(), slot.reason())));
  }
}
