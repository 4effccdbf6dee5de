package social.greenroom.operator.request;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.operator.event.EventReason;
import social.greenroom.operator.event.Events;
import social.greenroom.operator.job.JobKind;
import social.greenroom.operator.job.JobState;
import social.greenroom.operator.job.JobTemplate;
import social.greenroom.operator.job.Jobs;
import social.greenroom.operator.job.RenderSecret;
import social.greenroom.operator.trace.OperatorTracing;
import social.greenroom.store.request.RequestRow;
import social.greenroom.store.request.Stage;
import social.greenroom.trace.Fact;

/** The Jobs of a request: the one its stage needs is made, and a failed one ends the request. */
@ApplicationScoped
class RequestJobs {
  private final Jobs jobs;
  private final RenderSecret renderSecret;
  private final Events events;
  private final OperatorTracing tracing;

  RequestJobs(Jobs jobs, RenderSecret renderSecret, Events events, OperatorTracing tracing) {
    this.jobs = jobs;
    this.renderSecret = renderSecret;
    this.events = events;
    this.tracing = tracing;
  }

  /**
   * Sees that the stage's Job is there.
   *
   * @param known the request's Jobs as they were last seen
   * @return a sentence when that Job failed for good, though the row doesn't say so
   */
  Optional<String> advance(PostRequest request, RequestRow row, Set<Job> known) {
    var kind = needed(row);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    var name = JobTemplate.name(kind.get(), row.id());
    var job = known.stream().filter(one -> one.getMetadata().getName().equals(name)).findFirst();
    if (job.isEmpty()) {
      make(kind.get(), row, request);
      return Optional.empty();
    }
    return job.filter(one -> JobState.of(one) == JobState.FAILED)
        .map(one -> failure(kind.get(), row, JobState.failure(one)));
  }

  private void make(JobKind kind, RequestRow row, PostRequest request) {
    if (kind == JobKind.RENDER) {
      // First, or the Job's pod would wait for it.
      renderSecret.write(row.tenantId(), row.id(), request.getMetadata().getNamespace());
    }
    try (var span = tracing.job(row)) {
      var made = jobs.make(kind, row.id(), request.getMetadata().getNamespace(), request);
      span.tell(Fact.OUTCOME, made ? kind.command() : "there already");
      if (made) {
        events.tell(
            request, EventReason.JOB_MADE, "Made a %s Job for it.".formatted(kind.command()));
      }
    }
  }

  /** While attachments are looked at, the row says what hindered the last try. */
  private static String failure(JobKind kind, RequestRow row, String why) {
    var failed = "The %s Job failed: %s".formatted(kind.command(), why);
    return row.stage() == Stage.ANALYZING && row.message() != null
        ? failed + " " + row.message()
        : failed;
  }

  private static Optional<JobKind> needed(RequestRow row) {
    return switch (row.stage()) {
      case RECEIVED, ANALYZING, DRAFTING -> Optional.of(JobKind.GENERATE);
      case RENDERING -> Optional.of(JobKind.RENDER);
      case COMPLETE, FAILED -> Optional.empty();
    };
  }
}
