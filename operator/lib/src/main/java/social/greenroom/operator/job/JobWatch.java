package social.greenroom.operator.job;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;

/** Watches the operator's Jobs of one kind, of all tenants. */
public final class JobWatch {
  private JobWatch() {}

  /** Begins; once begun it goes on, whatever it is told. */
  public static SharedIndexInformer<Job> start(
      KubernetesClient client, JobKind kind, ResourceEventHandler<Job> listener) {
    return client
        .batch()
        .v1()
        .jobs()
        .inAnyNamespace()
        .withLabel(JobLabels.MANAGED_BY, JobLabels.OPERATOR)
        .withLabel(JobLabels.KIND, kind.command())
        .runnableInformer(0)
        .exceptionHandler((begun, error) -> begun)
        .addEventHandler(listener)
        .run();
  }
}
