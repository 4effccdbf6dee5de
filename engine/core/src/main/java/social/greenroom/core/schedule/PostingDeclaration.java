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
 */
public record PostingDeclaration(
    @Nullable Integer dailyCap,
    @Nullable Duration cooldown,
    List<WeeklySlot> slots,
    @Nullable List<Blackout> blackouts,
    @Nullable Embargo embargo,
    @Nullable MissedPolicy missed) {
  /** A place that says nothing. */
  public static final PostingDeclaration SILENT =
      new PostingDeclaration(null, null, List.of(), null, null, null);

  public PostingDeclaration {
    // As it is read from a document that leaves it out.
    slots = slots == null ? List.of() : List.copyOf(slots);
    blackouts = blackouts == null ? null : List.copyOf(blackouts);
  }
}
