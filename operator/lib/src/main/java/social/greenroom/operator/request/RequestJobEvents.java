package social.greenroom.operator.request;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.Mappers;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.operator.job.JobLabels;
import social.greenroom.operator.job.JobMetrics;

/** The Jobs of requests wake them, and are counted. */
final class RequestJobEvents extends InformerEventSource<Job, PostRequest> {
  private final JobMetrics metrics;

  RequestJobEvents(EventSourceContext<PostRequest> context, JobMetrics metrics) {
    super(
        InformerEventSourceConfiguration.from(Job.class, PostRequest.class)
            .withLabelSelector(
                "%s=%s,%s in (generate,render)"
                    .formatted(JobLabels.MANAGED_BY, JobLabels.OPERATOR, JobLabels.KIND))
            .withSecondaryToPrimaryMapper(Mappers.fromOwnerReferences(PostRequest.class))
            .build(),
        context);
    this.metrics = metrics;
  }

  @Override
  public void onUpdate(Job before, Job after) {
    metrics.changed(before, after);
    super.onUpdate(before, after);
  }
}
