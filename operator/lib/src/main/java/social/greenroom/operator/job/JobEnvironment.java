package social.greenroom.operator.job;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import social.greenroom.operator.config.WorkSettings;

/** The variables of each kind of Job: what it needs, and no more. */
final class JobEnvironment {
  private static final String EGRESS = "GREENROOM_EGRESS_ALLOW";

  private final WorkSettings settings;

  JobEnvironment(WorkSettings settings) {
    this.settings = settings;
  }

  List<EnvVar> of(JobKind kind) {
    var variables = new ArrayList<EnvVar>();
    variables.add(secret(JobSecret.DB_URL));
    variables.add(secret(JobSecret.DB_USER));
    variables.add(secret(JobSecret.DB_PASSWORD));
    variables.add(plain("GREENROOM_MEDIA_DIR", settings.media().dir()));
    variables.add(podName());
    switch (kind) {
      case GENERATE -> {
        variables.add(secret(JobSecret.DATA_KEY));
        optional(variables, EGRESS, settings.egress().allow());
        model(variables);
      }
      // Rendering opens no token, and calls no address that a person gave.
      case RENDER -> {
        model(variables);
        settings.ffmpeg().ifPresent(path -> variables.add(plain("GREENROOM_FFMPEG", path)));
      }
      case PUBLISH, CHECK -> {
        variables.add(secret(JobSecret.DATA_KEY));
        optional(variables, EGRESS, settings.egress().allow());
      }
    }
    return List.copyOf(variables);
  }

  private void model(List<EnvVar> variables) {
    var model = settings.model();
    variables.add(plain("GREENROOM_MODEL_URL", model.url()));
    variables.add(plain("GREENROOM_MODEL_SHAPE", model.shape()));
    if (model.key().isPresent()) {
      variables.add(secret(JobSecret.MODEL_KEY));
    }
    optional(variables, "GREENROOM_MODEL_PERSONA", model.persona());
    optional(variables, "GREENROOM_MODEL_CONTENT", model.content());
    optional(variables, "GREENROOM_MODEL_MODERATION", model.moderation());
  }

  private static void optional(List<EnvVar> variables, String name, Optional<String> value) {
    value.ifPresent(text -> variables.add(plain(name, text)));
  }

  private static EnvVar plain(String name, String value) {
    return new EnvVarBuilder().withName(name).withValue(value).build();
  }

  private static EnvVar secret(String name) {
    return new EnvVarBuilder()
        .withName(name)
        .withNewValueFrom()
        .withNewSecretKeyRef(name, JobLabels.SECRET, false)
        .endValueFrom()
        .build();
  }

  private static EnvVar podName() {
    return new EnvVarBuilder()
        .withName("GREENROOM_WORKER_ID")
        .withNewValueFrom()
        .withNewFieldRef("v1", "metadata.name")
        .endValueFrom()
        .build();
  }
}
