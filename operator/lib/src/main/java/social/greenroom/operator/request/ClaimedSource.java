package social.greenroom.operator.request;

import java.util.Optional;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.request.RequestSource;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.series.OccurrenceState;

/**
 * Whether a request that says so comes from a series: its owner may have said yes to that source
 * ahead, so nobody may claim it by hand. One whose time was dropped meanwhile isn't drafted any
 * more.
 */
final class SeriesSource {
  private SeriesSource() {}

  static Optional<RequestVerdict> problem(TenantSession session, PostRequest request) {
    var source = request.getSpec().source();
    if (source != RequestSource.RECURRENCE && source != RequestSource.EVERGREEN) {
      return Optional.empty();
    }
    var occurrence = session.occurrences().ofRequest(request.getMetadata().getName());
    if (occurrence.isEmpty()) {
      return Optional.of(
          RequestVerdict.refused(
              "NotOfASeries",
              "source: %s is for what a PostSeries makes; make a new request without source."
                  .formatted(source.wireName())));
    }
    return occurrence
        .filter(one -> one.state() == OccurrenceState.DROPPED)
        .map(one -> RequestVerdict.refused("Dropped", String.valueOf(one.message())));
  }
}
