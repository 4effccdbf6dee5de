package social.greenroom.worker.generate;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import social.greenroom.core.post.Origin;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.request.RequestRow;
import social.greenroom.store.series.SeriesRow;

/** What the series of a request has said so far, or is about to say. */
record EarlierTexts(TenantSession session, RequestRow request) {
  private static final Set<Origin> OF_A_SERIES = Set.of(Origin.RECURRENCE, Origin.EVERGREEN);

  /** More than that no model needs to find other words. */
  private static final int TEXTS = 8;

  private static final int LOOKED_THROUGH = 200;

  /** By account, the latest first; empty for a request of no series. */
  Map<UUID, List<String>> byAccount() {
    var texts = new HashMap<UUID, Set<String>>();
    for (var variant : said()) {
      var ofAccount = texts.computeIfAbsent(variant.accountId(), id -> new LinkedHashSet<>());
      if (ofAccount.size() < TEXTS) {
        ofAccount.add(variant.content().text());
      }
    }
    var lists = new HashMap<UUID, List<String>>();
    texts.forEach((account, ofAccount) -> lists.put(account, List.copyOf(ofAccount)));
    return lists;
  }

  private List<VariantRow> said() {
    return series()
        .map(series -> session.occurrences().said(series, LOOKED_THROUGH))
        .orElse(List.of());
  }

  private Optional<SeriesRow> series() {
    return OF_A_SERIES.contains(request.source())
        ? session
            .occurrences()
            .ofRequest(request.name())
            .flatMap(time -> session.series().find(time.seriesId()))
        : Optional.empty();
  }
}
