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

  @Test
  void a_job_is_labelled_as_its_pods_are() {
    Job created =
        client
            .resource(
                Serialization.unmarshal(
                    """
                    apiVersion: batch/v1
                    kind: Job
                    metadata: {name: j}
                    spec:
                      template:
                        metadata: {labels: {a: b}}
                        spec: {restartPolicy: Never, containers: [{name: a, image: b}]}
                    """,
                    Job.class))
            .create();

    assertThat(created.getMetadata().getLabels())
        .containsEntry("a", "b")
        .containsEntry("batch.kubernetes.io/job-name", "j")
        .containsEntry("batch.kubernetes.io/controller-uid", created.getMetadata().getUid())
        .isEqualTo(created.getSpec().getTemplate().getMetadata().getLabels());
    assertThat(created.getSpec().getManualSelector()).isFalse();
  }

  @Test
  void a_job_that_could_never_end_is_refused() {
    Job job =
        Serialization.unmarshal(
            """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: j}
            spec: {ttlSecondsAfterFinished: -1, template: {spec: {containers: [{name: a, image: b}]}}}
            """,
            Job.class);

    assertThatThrownBy(() -> client.resource(job).create())
        .hasMessageContaining(
            "spec.ttlSecondsAfterFinished: Invalid value: -1: must be greater than or equal to 0")
        .hasMessageContaining(
            "spec.template.spec.restartPolicy: Required value: valid values: \"OnFailure\","
                + " \"Never\"");
  }
}
