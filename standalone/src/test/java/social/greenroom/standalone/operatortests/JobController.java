package social.greenroom.standalone.operatortests;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.api.model.batch.v1.JobConditionBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Plays the cluster's Job controller, since nothing runs Jobs here: it writes what that one writes,
 * which a kube-apiserver checks.
 */
final class JobController {
  private final KubernetesClient client;

  JobController(KubernetesClient client) {
    this.client = client;
  }

  void complete(Job job) {
    write(
        job,
        new JobStatusBuilder()
            .withStartTime(now())
            .withCompletionTime(now())
            .withSucceeded(1)
            .withConditions(conditions("CompletionsReached", "", "SuccessCriteriaMet", "Complete"))
            .build());
  }

  void fail(Job job) {
    write(
        job,
        new JobStatusBuilder()
            .withStartTime(now())
            .withFailed(1)
            .withConditions(
                conditions(
                    "BackoffLimitExceeded",
                    "Job has reached the specified backoff limit",
                    "FailureTarget",
                    "Failed"))
            .build());
  }

  /** A pod of the Job that is said to run, as one on a node that is lost. */
  Pod runPod(Job job) {
    var pod =
        new PodBuilder()
            .withNewMetadata()
            .withName(job.getMetadata().getName() + "-pod")
            .withNamespace(job.getMetadata().getNamespace())
            .withLabels(job.getSpec().getTemplate().getMetadata().getLabels())
            .endMetadata()
            .withSpec(job.getSpec().getTemplate().getSpec())
            .build();
    client.resource(pod).create();
    return client
        .resource(pod)
        .editStatus(
            made ->
                new PodBuilder(made).editOrNewStatus().withPhase("Running").endStatus().build());
  }

  private void write(Job job, JobStatus status) {
    client
        .resource(job)
        .editStatus(
            current -> {
              current.setStatus(status);
              return current;
            });
  }

  private static List<JobCondition> conditions(String reason, String message, String... types) {
    return Stream.of(types)
        .map(
            type ->
                new JobConditionBuilder()
                    .withType(type)
                    .withStatus("True")
                    .withReason(reason)
                    .withMessage(message)
                    .withLastProbeTime(now())
                    .withLastTransitionTime(now())
                    .build())
        .toList();
  }

  private static String now() {
    return Instant.now().toString();
  }
}
