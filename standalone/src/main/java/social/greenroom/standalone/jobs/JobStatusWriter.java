package social.greenroom.standalone.jobs;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.api.model.batch.v1.JobConditionBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Writes the status of Jobs with the fields and conditions of the real Job controller. */
final class JobStatusWriter {
  private final KubernetesClient client;
  private final Clock clock;

  JobStatusWriter(KubernetesClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  Job started(Job job) {
    var status = new JobStatusBuilder(statusOf(job)).withActive(1).withReady(1);
    if (statusOf(job).getStartTime() == null) {
      status.withStartTime(now());
    }
    return write(job, status.build());
  }

  Job succeeded(Job job) {
    var status =
        new JobStatusBuilder(statusOf(job))
            .withActive(null)
            .withReady(null)
            .withSucceeded(1)
            .withCompletionTime(now());
    status.withConditions(
        conditions(
            "SuccessCriteriaMet",
            "Complete",
            "CompletionsReached",
            "Reached expected number of succeeded pods"));
    return write(job, status.build());
  }

  /** One pod failed; another will be tried. */
  Job podFailed(Job job) {
    return write(
        job,
        new JobStatusBuilder(statusOf(job))
            .withActive(null)
            .withReady(null)
            .withFailed(failures(job) + 1)
            .build());
  }

  /** One pod failed, which doesn't count; another will be tried. */
  Job podIgnored(Job job) {
    return write(job, new JobStatusBuilder(statusOf(job)).withActive(null).withReady(null).build());
  }

  Job failed(Job job, String reason, String message) {
    var status =
        new JobStatusBuilder(statusOf(job))
            .withActive(null)
            .withReady(null)
            .withFailed(failures(job) + 1)
            .withConditions(conditions("FailureTarget", "Failed", reason, message));
    return write(job, status.build());
  }

  static int failures(Job job) {
    var failed = statusOf(job).getFailed();
    return failed == null ? 0 : failed;
  }

  static boolean finished(Job job) {
    return statusOf(job).getConditions().stream()
        .anyMatch(
            condition ->
                "True".equals(condition.getStatus())
                    && List.of("Complete", "Failed").contains(condition.getType()));
  }

  static JobStatus statusOf(Job job) {
    return job.getStatus() == null ? new JobStatus() : job.getStatus();
  }

  private Job write(Job job, JobStatus status) {
    var name = job.getMetadata().getName();
    return client
        .batch()
        .v1()
        .jobs()
        .inNamespace(job.getMetadata().getNamespace())
        .withName(name)
        .editStatus(
            current -> {
              // A Job that has ended stays as it ended.
              if (!finished(current)) {
                current.setStatus(status);
              }
              return current;
            });
  }

  private List<JobCondition> conditions(
      String first, String second, String reason, String message) {
    var conditions = new ArrayList<JobCondition>();
    for (var type : List.of(first, second)) {
      conditions.add(
          new JobConditionBuilder()
              .withType(type)
              .withStatus("True")
              .withReason(reason)
              .withMessage(message)
              .withLastProbeTime(now())
              .withLastTransitionTime(now())
              .build());
    }
    return conditions;
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
