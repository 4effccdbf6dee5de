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
