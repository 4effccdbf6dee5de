package social.greenroom.operator.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import org.junit.jupiter.api.Test;

class JobStateTest {
  @Test
  void aJobWithoutAVerdictIsRunning() {
    assertThat(JobState.of(new Job())).isEqualTo(JobState.RUNNING);
    assertThat(JobState.of(job("Complete", "False"))).isEqualTo(JobState.RUNNING);
  }

  /** FailureTarget comes first, while pods may still be alive; only Failed means they are not. */
  @Test
  void aJobThatIsFailingHasNotEndedYet() {
    assertThat(JobState.of(job("FailureTarget", "True"))).isEqualTo(JobState.RUNNING);
  }

  @Test
  void completeAndFailedEndAJob() {
    assertThat(JobState.of(job("Complete", "True")).ended()).isTrue();
    assertThat(JobState.of(job("Failed", "True"))).isEqualTo(JobState.FAILED);
    assertThat(JobState.failure(job("Failed", "True"))).isEqualTo("It broke.");
  }

  @Test
  void aFailedJobMayHaveAPodThatIsStillAtWork() {
    assertThat(JobState.active(job("Failed", "True"))).isFalse();
    var ending = job("Failed", "True").edit().editStatus().withActive(1).endStatus().build();
    assertThat(JobState.active(ending)).isTrue();
    assertThat(JobState.active(new Job())).isFalse();
  }

  private static Job job(String type, String status) {
    return new JobBuilder()
        .withNewStatus()
        .addNewCondition()
        .withType(type)
        .withStatus(status)
        .withMessage("It broke.")
        .endCondition()
        .endStatus()
        .build();
  }
}
