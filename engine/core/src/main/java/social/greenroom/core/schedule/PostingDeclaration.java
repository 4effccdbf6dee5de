package social.greenroom.core.schedule;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one place (a tenant, a talent, an account) declares about posting; what it leaves out, it
 * leaves to the wider places.
 *
 * @param dailyCap posts a day for each account
 * @param cooldown the least time between two posts of an account
 * @param slots the week's slots; empty where it doesn't say
 * @param blackouts times in which nothing goes out; an empty list says that there are none here
 * @param embargo the time outside of which nothing goes out
 * @param missed what becomes of a post whose time passed while nothing could be sent
 * @param bestTimes the times of the week at which posts are seen most; empty where it doesn't say
 * @param repeatWindow how long the same words on an account need a second yes; zero for never
 */
public record PostingDeclaration(
    @Nullable Integer dailyCap,
    @Nullable Duration cooldown,
    List<WeeklySlot> slots,
    @Nullable List<Blackout> blackouts,
    @Nullable Embargo embargo,
    @Nullable MissedPolicy missed,
    List<WeeklySlot> bestTimes,
    @Nullable Duration repeatWindow) {
  /** A place that says nothing. */
  public static final PostingDeclaration SILENT =
      new PostingDeclaration(null, null, List.of(), null, null, null);

  public PostingDeclaration {
    // As it is read from a document that leaves it out.
    slots = slots == null ? List.of() : List.copyOf(slots);
    blackouts = blackouts == null ? null : List.copyOf(blackouts);
    bestTimes = bestTimes == null ? List.of() : List.copyOf(bestTimes);
  }

  /** One that says nothing of best times and repeated words. */
  public PostingDeclaration(
      @Nullable Integer dailyCap,
      @Nullable Duration cooldown,
      List<WeeklySlot> slots,
      @Nullable List<Blackout> blackouts,
      @Nullable Embargo embargo,
      @Nullable MissedPolicy missed) {
    this(dailyCap, cooldown, slots, blackouts, embargo, missed, List.of(), null);
  }

  /** One that says no more than at which times posts are seen most. */
  public static PostingDeclaration ofBestTimes(List<WeeklySlot> times) {
    return new PostingDeclaration(null, null, List.of(), null, null, null, times, null);
  }
}
