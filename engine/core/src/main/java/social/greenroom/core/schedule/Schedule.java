package social.greenroom.core.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds times for posts, and checks them. All of it is arithmetic over the rules and the account's
 * other posts (those with a time: approved, queued, publishing and published).
 */
public final class Schedule {
  /** How far ahead a slot is looked for. */
  private static final int HORIZON_DAYS = 366;

  private Schedule() {}

  /**
   * The first slot strictly after that instant which breaks no rule, or empty when the next year
   * has none.
   */
  public static Optional<Placement> nextSlot(
      PostingRules rules, Instant after, Collection<Instant> taken) {
    var obstacles = new Obstacles(rules, taken);
    Obstacle moved = null;
    var first = rules.localDay(after);
    for (var date = first; date.isBefore(first.plusDays(HORIZON_DAYS)); date = date.plusDays(1)) {
      for (var slot : rules.slotsOn(date)) {
        if (!slot.isAfter(after)) {
          continue;
        }
        var obstacle = obstacles.at(slot);
        if (obstacle.isEmpty()) {
          return Optional.of(new Placement(slot, reason(rules, obstacles.words(slot), moved)));
        }
        moved = moved == null ? obstacle.get() : moved;
      }
    }
    return Optional.empty();
  }

  /** The rule that a post at that time would break, if any, given the account's other posts. */
  public static Optional<Violation> check(
      PostingRules rules, Instant at, Collection<Instant> others) {
    return new Obstacles(rules, others)
        .at(at)
        .map(
            obstacle ->
                new Violation(obstacle.rule(), obstacle.sentence(), earliest(rules, at, others)));
  }

  /**
   * The slots after {@code from} and before {@code until} that are still free, each counted as
   * taken for the next: what a tick may fill.
   */
  public static List<Instant> gaps(
      PostingRules rules, Instant from, Instant until, Collection<Instant> taken) {
    var occupied = new ArrayList<>(taken);
    var gaps = new ArrayList<Instant>();
    var next = nextSlot(rules, from, occupied);
    while (next.isPresent() && next.get().at().isBefore(until)) {
      var slot = next.get().at();
      gaps.add(slot);
      occupied.add(slot);
      next = nextSlot(rules, slot, occupied);
    }
    return gaps;
  }

  private static @Nullable Instant earliest(
      PostingRules rules, Instant at, Collection<Instant> others) {
    var obstacles = new Obstacles(rules, others);
    var candidate = at;
    var obstacle = obstacles.at(candidate);
    // Each obstacle clears strictly later than the candidate, and there are finitely many.
    while (obstacle.isPresent()) {
      var clear = obstacle.get().clearFrom();
      if (clear == null) {
        return null;
      }
      candidate = clear;
      obstacle = obstacles.at(candidate);
    }
    return candidate;
  }

  private static String reason(PostingRules rules, String slot, @Nullable Obstacle moved) {
    var set =
        "The account's next free slot is %s (%s)."
            .formatted(slot, rules.policy().slots().source().said("slots"));
    return moved == null
        ? set
        : "%s An earlier slot was passed over: %s".formatted(set, moved.sentence());
  }
}
