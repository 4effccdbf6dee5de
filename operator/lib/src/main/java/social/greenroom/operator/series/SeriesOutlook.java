package social.greenroom.operator.series;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.operator.status.Verdict;
import social.greenroom.store.series.OccurrenceRow;

/**
 * How a series stands.
 *
 * @param scheduled whether there is a next time, and why
 * @param wanted times whose PostRequest is still to be made
 * @param source of an evergreen series that goes on
 * @param lookAgain how long nothing is to be done
 */
record SeriesOutlook(
    Verdict scheduled,
    @Nullable Instant nextAt,
    @Nullable Instant lastAt,
    int made,
    int missed,
    List<OccurrenceRow> wanted,
    @Nullable EvergreenSource source,
    Duration lookAgain) {
  SeriesOutlook {
    wanted = List.copyOf(wanted);
  }
}
