package social.greenroom.operator.series;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.request.PostRequestSpec;
import social.greenroom.crds.series.PostSeries;
import social.greenroom.operator.config.OperatorConfig;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.operator.request.NewPostRequests;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.lookup.TenantRef;
import social.greenroom.store.series.OccurrenceRow;
import social.greenroom.store.series.OccurrenceState;

/**
 * Looks at a series, and makes the PostRequests of the times that want one. The time is written
 * down first and its request's name follows from it, so whatever ends in between, the next look
 * makes the same one request.
 */
@ApplicationScoped
class SeriesRequests {
  private final OperatorDatabases databases;
  private final NewPostRequests requests;
  private final OperatorConfig config;

  SeriesRequests(OperatorDatabases databases, NewPostRequests requests, OperatorConfig config) {
    this.databases = databases;
    this.requests = requests;
    this.config = config;
  }

  /**
   * What came of a look.
   *
   * @param outlook null where the series couldn't be kept
   * @param made names of the requests that were made now
   */
  record Looked(KeptSeries kept, @Nullable SeriesOutlook outlook, List<String> made) {}

  /**
   * A time with what is asked for it.
   *
   * @param spec null where its request was kept before
   */
  private record Wanted(OccurrenceRow time, @Nullable PostRequestSpec spec) {}

  private record Step(KeptSeries kept, @Nullable SeriesOutlook outlook, List<Wanted> wanted) {}

  Looked look(TenantRef tenant, PostSeries series) {
    var step = databases.tenants().in(tenant.id(), session -> step(session, series));
    var made = new ArrayList<String>();
    for (var one : step.wanted()) {
      if (make(tenant, series, one)) {
        made.add(one.time().requestName());
      }
    }
    return new Looked(step.kept(), step.outlook(), made);
  }

  private Step step(TenantSession session, PostSeries series) {
    var kept = SeriesRows.keep(session, series);
    var row = kept.row();
    var talent = kept.talent();
    if (row == null || talent == null) {
      return new Step(kept, null, List.of());
    }
    var outlook = new SeriesWork(session, row, talent, series).look();
    return new Step(
        kept,
        outlook,
        outlook.wanted().stream()
            .map(time -> wanted(session, series, time, outlook.source()))
            .toList());
  }

  private Wanted wanted(
      TenantSession session,
      PostSeries series,
      OccurrenceRow time,
      @Nullable EvergreenSource source) {
    var namespace = series.getMetadata().getNamespace();
    // Made, carried out and removed since, perhaps: whatever it would ask now, it isn't made again.
    return session.requests().named(namespace, time.requestName()).isEmpty()
        ? new Wanted(
            time,
            new SeriesRequest(session, series, (int) config.requestTtl().toSeconds())
                .at(time, source))
        : new Wanted(time, null);
  }

  private boolean make(TenantRef tenant, PostSeries series, Wanted wanted) {
    var refusal =
        wanted.spec() == null
            ? Optional.<String>empty()
            : requests.make(series, wanted.time().requestName(), wanted.spec());
    settle(
        tenant.id(),
        wanted.time(),
        refusal.isEmpty() ? OccurrenceState.REQUESTED : OccurrenceState.REFUSED,
        refusal.orElse(null));
    return wanted.spec() != null && refusal.isEmpty();
  }

  private void settle(
      UUID tenantId, OccurrenceRow time, OccurrenceState state, @Nullable String sentence) {
    databases
        .tenants()
        .run(tenantId, session -> session.occurrences().settle(time.id(), state, sentence));
  }
}
