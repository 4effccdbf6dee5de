package social.greenroom.operator.job;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a Job has ended, and how. */
public enum JobState {
  RUNNING,
  COMPLETE,
  FAILED;

  public static JobState of(Job job) {
    if (holds(job, "Complete").isPresent()) {
      return COMPLETE;
    }
    return holds(job, "Failed").isPresent() ? FAILED : RUNNING;
  }

  public boolean ended() {
    return this != RUNNING;
  }

  /** True while the Job controller counts a pod of it as running, also after a failure. */
  public static boolean active(Job job) {
    var active = job.getStatus() == null ? null : job.getStatus().getActive();
    return active != null && active > 0;
  }

  /** A sentence about how it ended. */
  public static String end(Job job) {
    return of(job) == COMPLETE ? "Its Job is complete." : failure(job);
  }

  /** The Job controller's sentence about a failure. */
  public static String failure(Job job) {
    return holds(job, "Failed")
        .map(condition -> sentence(condition.getMessage()))
        .orElse("The Job failed.");
  }

  private static String sentence(@Nullable String message) {
    return message == null || message.isBlank() ? "The Job failed." : message;
  }

  private static Optional<JobCondition> holds(Job job, String type) {
    var conditions =
        job.getStatus() == null || job.getStatus().getConditions() == null
            ? List.<JobCondition>of()
            : job.getStatus().getConditions();
    return conditions.stream()
        .filter(condition -> type.equals(condition.getType()))
        .filter(condition -> "True".equals(condition.getStatus()))
        .findFirst();
  }
}
