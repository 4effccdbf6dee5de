package social.greenroom.operator.planner;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import social.greenroom.operator.job.JobKind;
import social.greenroom.operator.job.JobLabels;
import social.greenroom.operator.job.JobMetrics;
import social.greenroom.operator.job.JobTemplate;
import social.greenroom.operator.job.JobWatch;
import social.greenroom.store.lookup.TenantRef;

/** The publish Jobs of all tenants, as they are seen. */
@ApplicationScoped
class PublishJobs {
  /** The phases of a pod whose containers have all ended. */
  private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

  private final KubernetesClient client;
  private final JobMetrics metrics;
  private @Nullable SharedIndexInformer<Job> informer;

  PublishJobs(KubernetesClient client, JobMetrics metrics) {
    this.client = client;
    this.metrics = metrics;
  }

  /** Watches; the listener gets the Job's namespace and the dispatch's id. */
  void watch(BiConsumer<String, UUID> changed) {
    informer = JobWatch.start(client, JobKind.PUBLISH, new Listener(changed, metrics));
  }

  /** The dispatch's Job as the API server has it now. */
  Optional<Job> find(TenantRef tenant, UUID dispatchId) {
    return Optional.ofNullable(
        client
            .batch()
            .v1()
            .jobs()
            .inNamespace(tenant.namespace())
            .withName(JobTemplate.name(JobKind.PUBLISH, dispatchId))
            .get());
  }

  /** True while a pod of the dispatch may still be alive, whatever its Job says. */
  boolean podsLeft(TenantRef tenant, UUID dispatchId) {
    return client
        .pods()
        .inNamespace(tenant.namespace())
        .withLabel(JobLabels.SUBJECT, dispatchId.toString())
        .list()
        .getItems()
        .stream()
        .anyMatch(PublishJobs::mayRun);
  }

  private static boolean mayRun(Pod pod) {
    return pod.getStatus() == null || !ENDED.contains(String.valueOf(pod.getStatus().getPhase()));
  }

  @PreDestroy
  void close() {
    if (informer != null) {
      informer.close();
    }
  }

  private record Listener(BiConsumer<String, UUID> changed, JobMetrics metrics)
      implements ResourceEventHandler<Job> {
    @Override
    public void onAdd(Job job) {
      tell(job);
    }

    @Override
    public void onUpdate(Job before, Job after) {
      metrics.changed(before, after);
      tell(after);
    }

    @Override
    public void onDelete(Job job, boolean finalStateUnknown) {
      tell(job);
    }

    private void tell(Job job) {
      var subject = job.getMetadata().getLabels().get(JobLabels.SUBJECT);
      if (subject != null) {
        changed.accept(job.getMetadata().getNamespace(), UUID.fromString(subject));
      }
    }
  }
}
