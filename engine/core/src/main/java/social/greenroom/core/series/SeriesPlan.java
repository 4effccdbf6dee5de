package social.greenroom.core.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.schedule.MissedPolicy;

/**
 * What is to be done for a series now. Nothing but arithmetic.
 *
 * @param wanted times whose posts are to be drafted
 * @param missed times that passed without
 * @param late the one of {@link #wanted} whose time has passed already; null for none
 */
public record SeriesPlan(
    List<Occurrence> wanted, List<Occurrence> missed, @Nullable Occurrence late) {
  /** The rest follows when some of these are over. */
  private static final int AHEAD = 20;

  /** Of a long downtime the latest are told one by one. */
  private static final int TOLD = 30;

  private static final int LOOKED_THROUGH = 5_000;

  public SeriesPlan {
    wanted = List.copyOf(wanted);
    missed = List.copyOf(missed);
  }

  /**
   * @param decidedUntil what lies before is decided already
   * @param known times that are decided, whenever they are
   * @param draftAhead how long before its time a post is drafted
   * @param most how many posts the series may still have
   * @param missedPolicy what becomes of a time that passed; null where nothing may be made at all
   */
  public static SeriesPlan of(
      Recurrence recurrence,
      Instant decidedUntil,
      Instant now,
      Set<LocalDateTime> known,
      Duration draftAhead,
      int most,
      @Nullable MissedPolicy missedPolicy) {
    var passed = new ArrayList<>(undecided(recurrence, decidedUntil, now, known, LOOKED_THROUGH));
    var wanted = new ArrayList<Occurrence>();
    var late = late(passed, now, most, missedPolicy);
    if (late != null) {
      passed.remove(late);
      wanted.add(late);
    }
    if (missedPolicy != null) {
      undecided(recurrence, now, now.plus(draftAhead), known, AHEAD).stream()
          .limit(Math.max(0, most - wanted.size()))
          .forEach(wanted::add);
    }
    return new SeriesPlan(
        wanted, passed.subList(Math.max(0, passed.size() - TOLD), passed.size()), late);
  }

  private static List<Occurrence> undecided(
      Recurrence recurrence, Instant after, Instant until, Set<LocalDateTime> known, int limit) {
    return recurrence.between(after, until, limit).stream()
        .filter(one -> !known.contains(one.local()))
        .toList();
  }

  /** Never a burst: of all that passed, at most the latest. */
  private static @Nullable Occurrence late(
      List<Occurrence> passed, Instant now, int most, @Nullable MissedPolicy policy) {
    if (passed.isEmpty() || most < 1 || policy == null) {
      return null;
    }
    var latest = passed.get(passed.size() - 1);
    return policy.allows(Duration.between(latest.at(), now)) ? latest : null;
  }
}
