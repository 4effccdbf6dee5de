package social.greenroom.standalone.kube.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import social.greenroom.standalone.kube.YamlOf;

class JobExpiryTest {

  private static final String FINISHED =
      "conditions: [{type: Complete, status: 'True', lastTransitionTime: '2026-11-21T20:00:00Z'}]";

  @Test
  void a_finished_job_goes_after_its_time_to_live() {
    assertThat(
            JobExpiry.expires(
                YamlOf.object(
                    "{spec: {ttlSecondsAfterFinished: 300}, status: {" + FINISHED + "}}")))
        .contains(Instant.parse("2026-11-21T20:05:00Z"));
  }

  @Test
  void a_job_that_runs_or_has_no_time_to_live_is_kept() {
    assertThat(JobExpiry.expires(YamlOf.object("{spec: {ttlSecondsAfterFinished: 300}}")))
        .isEmpty();
    assertThat(JobExpiry.expires(YamlOf.object("{spec: {}, status: {" + FINISHED + "}}")))
        .isEmpty();
  }
}
