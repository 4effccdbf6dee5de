package social.greenroom.store.series;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.series.RecurrenceDeclaration;

/**
 * What a series' resource declares, as far as it is kept: what the posts ask for in full is the
 * resource's.
 *
 * @param recurrence of a recurrence
 * @param repeats of an evergreen post
 * @param prompt what the posts are about; empty where an evergreen post's own is meant
 * @param draftAhead how long before its time a post is drafted
 * @param hold true while nothing new is to be drafted
 */
public record SeriesSpec(
    @Nullable RecurrenceDeclaration recurrence,
    @Nullable Repeats repeats,
    String prompt,
    Duration draftAhead,
    boolean hold) {
  /** Where nobody says; the schema's default. */
  public static final Duration DRAFT_AHEAD = Duration.ofDays(3);

  /**
   * How an evergreen post comes again.
   *
   * @param request the name of the PostRequest whose post is repeated
   * @param intervalDays from one time to the next
   * @param maximum how often at most
   */
  public record Repeats(String request, int intervalDays, int maximum) {}

  public SeriesKind kind() {
    return recurrence == null ? SeriesKind.EVERGREEN : SeriesKind.RECURRENCE;
  }
}
