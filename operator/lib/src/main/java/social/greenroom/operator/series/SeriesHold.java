package social.greenroom.operator.series;

import org.jspecify.annotations.Nullable;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.series.SeriesRow;
import social.greenroom.store.stop.Stops;
import social.greenroom.store.talent.TalentRow;

/** Why nothing new is drafted for a series, where that is so. */
record SeriesHold(TenantSession session, SeriesRow series, TalentRow talent) {
  /** A sentence, or null when the series goes on. */
  @Nullable String why() {
    var tenant = session.tenant().get();
    if (!tenant.active()) {
      return "The tenant is %s.".formatted(tenant.status());
    }
    if (Stops.of(session, talent).stops() || !talent.status().equals("active")) {
      return "%s is on hold.".formatted(talent.displayName());
    }
    if (series.pausedBy() != null) {
      return "%s paused it.".formatted(series.pausedBy());
    }
    return series.spec().hold() ? "Its stopPolicy is Hold." : null;
  }
}
