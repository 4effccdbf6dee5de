package social.greenroom.operator.series;

import io.javaoperatorsdk.operator.api.config.informer.Informer;
import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.MaxReconciliationInterval;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.rate.RateLimited;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.retry.GradualRetry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.condition.Condition;
import social.greenroom.crds.condition.Conditions;
import social.greenroom.crds.series.PostSeries;
import social.greenroom.crds.series.PostSeriesConditions;
import social.greenroom.crds.series.PostSeriesStatus;
import social.greenroom.operator.cache.WithoutFieldOwners;
import social.greenroom.operator.change.ChangeFeed;
import social.greenroom.operator.change.Wake;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.operator.event.EventReason;
import social.greenroom.operator.event.Events;
import social.greenroom.operator.log.LogFields;
import social.greenroom.operator.status.StatusUpdate;
import social.greenroom.operator.status.TriesAgain;
import social.greenroom.operator.tenant.TenantDirectory;
import social.greenroom.store.database.TenantSession;

/** A PostSeries: each of its times becomes a PostRequest, ahead of it and once. */
@ControllerConfiguration(
    name = "post-series",
    fieldManager = "greenroom-post-series",
    finalizerName = "greenroom.social/post-series",
    informer = @Informer(itemStore = WithoutFieldOwners.class),
    // A net: each look names the time of the next.
    maxReconciliationInterval = @MaxReconciliationInterval(interval = 2, timeUnit = TimeUnit.HOURS))
@GradualRetry(maxAttempts = 1_000_000, initialInterval = 500, maxInterval = 300_000)
@RateLimited(maxReconciliations = 20, within = 1)
public class PostSeriesReconciler implements TriesAgain<PostSeries>, Cleaner<PostSeries> {
  private static final List<String> OVER = List.of("Finished", "MaximumReached", "Ended");
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

  private final TenantDirectory tenants;
  private final OperatorDatabases databases;
  private final SeriesRequests requests;
  private final Events events;
  private final ChangeFeed changes;
  private final Clock clock = Clock.systemUTC();

  PostSeriesReconciler(
      TenantDirectory tenants,
      OperatorDatabases databases,
      SeriesRequests requests,
      Events events,
      ChangeFeed changes) {
    this.tenants = tenants;
    this.databases = databases;
    this.requests = requests;
    this.events = events;
    this.changes = changes;
  }

  @Override
  public UpdateControl<PostSeries> reconcile(PostSeries series, Context<PostSeries> context) {
    var namespace = series.getMetadata().getNamespace();
    var looked =
        tenants
            .in(namespace)
            .map(tenant -> LogFields.ofTenant(tenant.id(), () -> requests.look(tenant, series)))
            .orElseGet(
                () ->
                    new SeriesRequests.Looked(
                        KeptSeries.refused(TenantDirectory.nobody(namespace)), null, List.of()));
    var outlook = looked.outlook();
    var status = SeriesProjection.of(series, looked.kept(), outlook, clock.instant());
    tell(series, looked, status);
    return StatusUpdate.write(series, PostSeries::new, status, context)
        .rescheduleAfter(outlook == null ? LOOK_AGAIN : outlook.lookAgain());
  }

  private void tell(PostSeries series, SeriesRequests.Looked looked, PostSeriesStatus status) {
    events.tellReadiness(series, series.getStatus(), status);
    looked
        .made()
        .forEach(
            name ->
                events.tell(
                    series, EventReason.REQUEST_MADE, "Made the post request %s.".formatted(name)));
    var before = Optional.ofNullable(series.getStatus());
    int missed = count(status.missed()) - before.map(was -> count(was.missed())).orElse(0);
    if (missed > 0) {
      events.tell(
          series, EventReason.MISSED, "%d of its times passed without a draft.".formatted(missed));
    }
    scheduled(status)
        .filter(now -> OVER.contains(now.reason()))
        .filter(
            now ->
                before
                    .flatMap(PostSeriesReconciler::scheduled)
                    .filter(was -> was.reason().equals(now.reason()))
                    .isEmpty())
        .ifPresent(now -> events.tell(series, EventReason.SERIES_OVER, now.message()));
  }

  private static int count(@Nullable Integer count) {
    return count == null ? 0 : count;
  }

  private static Optional<Condition> scheduled(PostSeriesStatus status) {
    return Conditions.find(status.conditions(), PostSeriesConditions.SCHEDULED);
  }

  @Override
  public DeleteControl cleanup(PostSeries series, Context<PostSeries> context) {
    var name = series.getMetadata().getName();
    tenants
        .in(series.getMetadata().getNamespace())
        .map(tenant -> databases.tenants().in(tenant.id(), session -> remove(session, name)))
        .ifPresent(sentence -> events.tell(series, EventReason.CANCELLED, sentence));
    return DeleteControl.defaultDelete();
  }

  private static String remove(TenantSession session, String name) {
    var reason = SeriesRows.reason(session, name);
    return "%s %d posts were cancelled."
        .formatted(reason, SeriesRows.remove(session, name, reason));
  }

  @Override
  public Events events() {
    return events;
  }

  @Override
  public List<EventSource<?, PostSeries>> prepareEventSources(
      EventSourceContext<PostSeries> context) {
    return List.of(changes.source(context, Wake.SERIES));
  }
}
