package social.greenroom.operator.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import social.greenroom.crds.tenant.Tenant;
import social.greenroom.helm.check.KubernetesSchema;
import social.greenroom.helm.check.RestrictedProfile;
import social.greenroom.helm.render.Chart;
import social.greenroom.operator.config.OperatorConfig;
import social.greenroom.operator.config.TracingSettings;
import social.greenroom.operator.config.WorkSettings;

/**
 * The Jobs that the operator makes of the chart's settings keep to what the chart's pods keep to.
 */
class JobTemplateProfileTest {
  private static final UUID SUBJECT = UUID.randomUUID();

  @ParameterizedTest
  @EnumSource(JobKind.class)
  void everyKindOfJobKeepsToTheRestrictedProfile(JobKind kind) {
    var job = json(job(kind));

    assertThat(RestrictedProfile.findings(RestrictedProfile.podSpec(job))).isEmpty();
    assertThat(new KubernetesSchema().findings(job)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(JobKind.class)
  void noJobHasATokenOrAnAccountOfItsOwn(JobKind kind) {
    var pod = json(job(kind)).path("spec").path("template").path("spec");

    assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
    assertThat(pod.has("serviceAccountName")).isFalse();
    assertThat(pod.path("volumes"))
        .noneMatch(volume -> volume.has("secret") || volume.has("projected"));
  }

  /** Jobs get the keys of their tenant's Secret by name, and only those that their kind needs. */
  @Test
  void eachKindSeesTheSecretsItNeeds() {
    assertThat(secrets(JobKind.GENERATE))
        .containsExactly(
            "GREENROOM_DATA_KEY",
            "GREENROOM_DB_PASSWORD",
            "GREENROOM_DB_URL",
            "GREENROOM_DB_USER",
            "GREENROOM_MEDIA_WRITE_TOKEN",
            "GREENROOM_MODEL_KEY");
    assertThat(secrets(JobKind.PUBLISH)).doesNotContain("GREENROOM_MODEL_KEY");
    assertThat(secrets(JobKind.RENDER)).containsExactly(SUBJECT.toString());
  }

  @Test
  void noJobMountsAnythingOfOthers() {
    for (var kind : JobKind.values()) {
      var pod = job(kind).getSpec().getTemplate().getSpec();

      assertThat(pod.getVolumes())
          .singleElement()
          .satisfies(volume -> assertThat(volume.getEmptyDir()).isNotNull());
    }
  }

  private static TreeSet<String> secrets(JobKind kind) {
    var names = new TreeSet<String>();
    job(kind)
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .get(0)
        .getEnv()
        .forEach(
            variable -> {
              if (variable.getValueFrom() != null
                  && variable.getValueFrom().getSecretKeyRef() != null) {
                names.add(variable.getValueFrom().getSecretKeyRef().getKey());
              }
            });
    return names;
  }

  private static Job job(JobKind kind) {
    var config =
        new SmallRyeConfigBuilder()
            .withMapping(OperatorConfig.class)
            .withMapping(WorkSettings.class)
            .withMapping(TracingSettings.class)
            .withConverter(Duration.class, 200, new DurationConverter())
            .withValidateUnknown(false)
            .withSources(new EnvConfigSource(settings(), 300))
            .build();
    var tenant = new Tenant();
    tenant.getMetadata().setName("northlight");
    tenant.getMetadata().setUid(UUID.randomUUID().toString());
    return new JobTemplate(
            config.getConfigMapping(OperatorConfig.class),
            config.getConfigMapping(WorkSettings.class),
            config.getConfigMapping(TracingSettings.class))
        .job(kind, SUBJECT, "northlight", tenant);
  }

  /** The variables of the operator's container, read as MicroProfile Config reads them. */
  private static Map<String, String> settings() {
    var variables = new TreeMap<String, String>();
    var operator =
        RestrictedProfile.podSpec(Chart.find(Chart.defaults(), "Deployment", "greenroom-operator"));
    for (var variable : operator.path("containers").path(0).path("env")) {
      variables.put(variable.path("name").asText(), variable.path("value").asText("a secret"));
    }
    return variables;
  }

  private static JsonNode json(Job job) {
    return new ObjectMapper().valueToTree(job);
  }
}
