package social.greenroom.operator.request;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
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
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.request.PostRequestStatus;
import social.greenroom.operator.cache.WithoutFieldOwners;
import social.greenroom.operator.change.ChangeFeed;
import social.greenroom.operator.change.Wake;
import social.greenroom.operator.event.Events;
import social.greenroom.operator.job.JobMetrics;
import social.greenroom.operator.log.LogFields;
import social.greenroom.operator.status.StatusUpdate;
import social.greenroom.operator.status.TriesAgain;
import social.greenroom.operator.tenant.TenantDirectory;
import social.greenroom.store.lookup.TenantRef;

/** A PostRequest: checked, remembered, handed to Jobs, and its progress projected. */
@ControllerConfiguration(
    name = "post-request",
    fieldManager = "greenroom-post-request",
    finalizerName = "greenroom.social/post-request",
    informer = @Informer(itemStore = WithoutFieldOwners.class),
    maxReconciliationInterval =
        @MaxReconciliationInterval(interval = 10, timeUnit = TimeUnit.MINUTES))
@GradualRetry(maxAttempts = 1_000_000, initialInterval = 500, maxInterval = 300_000)
@RateLimited(maxReconciliations = 20, within = 1)
public class PostRequestReconciler implements TriesAgain<PostRequest>, Cleaner<PostRequest> {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(6);

  private final TenantDirectory tenants;
  private final NewAccounts newAccounts;
  private final RequestRows rows;
  private final RequestJobs jobs;
  private final RequestStory story;
  private final ChangeFeed changes;
  private final JobMetrics jobMetrics;
  private final Clock clock = Clock.systemUTC();

  PostRequestReconciler(
      TenantDirectory tenants,
      NewAccounts newAccounts,
      RequestRows rows,
      RequestJobs jobs,
      RequestStory story,
      ChangeFeed changes,
      JobMetrics jobMetrics) {
    this.tenants = tenants;
    this.newAccounts = newAccounts;
    this.rows = rows;
    this.jobs = jobs;
    this.story = story;
    this.changes = changes;
    this.jobMetrics = jobMetrics;
  }

  @Override
  public UpdateControl<PostRequest> reconcile(PostRequest request, Context<PostRequest> context) {
    if (RequestEnd.byTimeToLive(request, clock.instant())) {
      context.getClient().resource(request).delete();
      return UpdateControl.noUpdate();
    }
    var namespace = request.getMetadata().getNamespace();
    var tenant = tenants.in(namespace);
    var kept =
        tenant
            .map(found -> LogFields.ofTenant(found.id(), () -> work(found, request, context)))
            .orElseGet(() -> KeptRequest.refused(homeless(namespace)));
    var status = RequestStatus.of(request, kept, clock.instant());
    story.tell(request, kept, status);
    return next(request, status, context);
  }

  private KeptRequest work(TenantRef tenant, PostRequest request, Context<PostRequest> context) {
    var awaited = newAccounts.awaitedBy(request);
    if (awaited.isPresent()) {
      return KeptRequest.refused(awaited.get());
    }
    var kept = rows.keep(tenant.id(), request);
    var row = kept.row();
    if (row == null) {
      return kept;
    }
    var failure =
        LogFields.ofRequest(
            row.id(), () -> jobs.advance(request, row, context.getSecondaryResources(Job.class)));
    if (failure.isEmpty()) {
      return kept;
    }
    rows.fail(tenant.id(), row.id(), failure.get());
    return rows.keep(tenant.id(), request);
  }

  private UpdateControl<PostRequest> next(
      PostRequest request, PostRequestStatus status, Context<PostRequest> context) {
    var control = StatusUpdate.write(request, PostRequest::new, status, context);
    if (status.finishedAt() == null) {
      // A notification may be missed.
      return control.rescheduleAfter(LOOK_AGAIN);
    }
    return RequestEnd.removal(request, status)
        .map(over -> control.rescheduleAfter(untilAfter(over)))
        .orElse(control);
  }

  private Duration untilAfter(Instant over) {
    var left = Duration.between(clock.instant(), over);
    return left.isNegative() ? Duration.ofMillis(1) : left.plusMillis(1);
  }

  @Override
  public DeleteControl cleanup(PostRequest request, Context<PostRequest> context) {
    if (!RequestEnd.byTimeToLive(request, clock.instant())) {
      var reason = RequestRows.reason(request.getMetadata().getName());
      var cancelled =
          tenants
              .in(request.getMetadata().getNamespace())
              .map(tenant -> rows.cancel(tenant.id(), request, reason))
              .orElse(0);
      story.cancelled(request, "%s %d posts were cancelled.".formatted(reason, cancelled));
    }
    return DeleteControl.defaultDelete();
  }

  @Override
  public Events events() {
    return story.events();
  }

  @Override
  public List<EventSource<?, PostRequest>> prepareEventSources(
      EventSourceContext<PostRequest> context) {
    return List.of(
        new RequestJobEvents(context, jobMetrics), changes.source(context, Wake.REQUESTS));
  }

  private static RequestVerdict homeless(String namespace) {
    var verdict = TenantDirectory.nobody(namespace);
    return RequestVerdict.waits(verdict.reason(), verdict.sentence());
  }
}
