package social.greenroom.standalone.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;

/** Jobs, as the batch API keeps them. */
class JobsIT extends ConformanceCase {

  @Test
  void a_job_gets_its_defaults_and_its_template_is_immutable() {
    Job job =
        Serialization.unmarshal(
            """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: j}
            spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: b}]}}}
            """,
            Job.class);
    Job created = client.resource(job).create();

    assertThat(created.getSpec().getBackoffLimit()).isEqualTo(6);
    assertThat(created.getSpec().getCompletions()).isEqualTo(1);
    assertThat(created.getSpec().getSelector().getMatchLabels()).isNotEmpty();
    Job changed = new JobBuilder(created).build();
    changed.getSpec().getTemplate().getSpec().getContainers().get(0).setImage("c");
    assertThatThrownBy(() -> client.resource(changed).update())
        .hasMessageContaining("spec.template: Invalid value")
        .hasMessageContaining("field is immutable");
  }
}
