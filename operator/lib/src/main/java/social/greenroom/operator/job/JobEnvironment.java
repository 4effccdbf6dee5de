package social.greenroom.operator.job;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import social.greenroom.operator.config.TracingSettings;
import social.greenroom.operator.config.WorkSettings;
import social.greenroom.trace.Span;

/** The variables of each kind of Job: what it needs, and no more. */
final class JobEnvironment {
  private static final String EGRESS = "GREENROOM_EGRESS_ALLOW";
  private static final String MEDIA_URL = "GREENROOM_MEDIA_URL";

  private final WorkSettings settings;
  private final TracingSettings tracing;
  private final Duration orphanAfter;

  /**
   * @param orphanAfter how long without a sign of life until a sender counts as lost
   */
  JobEnvironment(WorkSettings settings, TracingSettings tracing, Duration orphanAfter) {
    this.settings = settings;
    this.tracing = tracing;
    this.orphanAfter = orphanAfter;
  }

  List<EnvVar> of(JobKind kind, UUID subject) {
    var variables = new ArrayList<EnvVar>();
    variables.add(podName());
    variables.add(plain("GREENROOM_LOG_FORMAT", settings.log().format()));
    trace(variables);
    switch (kind) {
      case GENERATE -> {
        tenant(variables);
        optional(variables, EGRESS, settings.egress().allow());
        media(variables, JobSecret.MEDIA_WRITE_TOKEN);
        model(variables);
      }
      // It works on uploads, which may be hostile: nothing of the tenant's but these pictures is
      // within its reach, and it calls no address that a person gave.
      case RENDER -> {
        variables.add(plain(MEDIA_URL, settings.media().url()));
        variables.add(secret(JobSecret.MEDIA_TOKEN, JobLabels.RENDER_SECRET, subject.toString()));
        settings.ffmpeg().ifPresent(path -> variables.add(plain("GREENROOM_FFMPEG", path)));
      }
      case PUBLISH -> {
        tenant(variables);
        optional(variables, EGRESS, settings.egress().allow());
        media(variables, JobSecret.MEDIA_READ_TOKEN);
        variables.add(plain("GREENROOM_ORPHAN_AFTER", orphanAfter.toString()));
      }
      // It sends nothing, so it reads no media.
      case CHECK -> {
        tenant(variables);
        optional(variables, EGRESS, settings.egress().allow());
      }
    }
    return List.copyOf(variables);
  }

  /** Where its traces go, and which of them it is part of: what is being done when it is made. */
  private void trace(List<EnvVar> variables) {
    if (tracing.endpoint().isPresent()) {
      variables.add(plain("GREENROOM_TRACING_ENDPOINT", tracing.endpoint().get().toString()));
      optional(variables, "TRACEPARENT", Span.current().traceParent());
    }
  }

  private static void tenant(List<EnvVar> variables) {
    variables.add(secret(JobSecret.DB_URL));
    variables.add(secret(JobSecret.DB_USER));
    variables.add(secret(JobSecret.DB_PASSWORD));
    variables.add(secret(JobSecret.DATA_KEY));
  }

  private void media(List<EnvVar> variables, String token) {
    var folder = settings.media().dir();
    if (folder.isPresent()) {
      variables.add(plain("GREENROOM_MEDIA_DIR", folder.get()));
    } else {
      variables.add(plain(MEDIA_URL, settings.media().url()));
      variables.add(secret(JobSecret.MEDIA_TOKEN, JobLabels.SECRET, token));
    }
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
    return secret(name, JobLabels.SECRET, name);
  }

  private static EnvVar secret(String name, String secret, String key) {
    return new EnvVarBuilder()
        .withName(name)
        .withNewValueFrom()
        .withNewSecretKeyRef(key, secret, false)
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
