package social.greenroom.store.series;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.series.RecurrenceDeclaration;
import social.greenroom.store.series.SeriesSpec.Repeats;

/**
 * What a person asked for.
 *
 * @param text what the posts are about; empty where an evergreen post's own is meant
 * @param accountIds empty for all of the talent's, or those of an evergreen post
 * @param link that goes with the posts
 * @param recurrence of a recurrence
 * @param repeats of an evergreen post
 */
public record SeriesAsked(
    String text,
    List<UUID> accountIds,
    @Nullable String link,
    @Nullable RecurrenceDeclaration recurrence,
    @Nullable Repeats repeats) {
  public SeriesAsked {
    accountIds = List.copyOf(accountIds);
  }

  /** As it is kept of the series once it is declared. */
  public SeriesSpec kept() {
    return new SeriesSpec(recurrence, repeats, text, SeriesSpec.DRAFT_AHEAD, false);
  }
}
