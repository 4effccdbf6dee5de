package social.greenroom.operator.account;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import social.greenroom.operator.job.JobKind;
import social.greenroom.operator.job.JobMetrics;
import social.greenroom.operator.job.JobState;
import social.greenroom.operator.job.JobWatch;

/** The check Jobs of all tenants, as they are seen. */
@ApplicationScoped
class CheckJobs {
  private final KubernetesClient client;
  private final JobMetrics metrics;
  private @Nullable SharedIndexInformer<Job> informer;

  CheckJobs(KubernetesClient client, JobMetrics metrics) {
    this.client = client;
    this.metrics = metrics;
  }

  /** Watches, and calls when one has ended or is gone. */
  void watch(Runnable ended) {
    informer = JobWatch.start(client, JobKind.CHECK, new Listener(ended, metrics));
  }

  /** True while one in that namespace hasn't ended. */
  boolean any(String namespace) {
    var seen = informer;
    return seen != null
        && seen.getStore().list().stream()
            .filter(job -> namespace.equals(job.getMetadata().getNamespace()))
            .anyMatch(job -> !JobState.of(job).ended());
  }

  @PreDestroy
  void close() {
    if (informer != null) {
      informer.close();
    }
  }

  private record Listener(Runnable ended, JobMetrics metrics) implements ResourceEventHandler<Job> {
    @Override
    public void onAdd(Job job) {}

    @Override
    public void onUpdate(Job before, Job after) {
      metrics.changed(before, after);
      if (JobState.of(after).ended()) {
        ended.run();
      }
    }

    @Override
    public void onDelete(Job job, boolean finalStateUnknown) {
      ended.run();
    }
  }
}
