package social.greenroom.operator.job;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import social.greenroom.operator.config.TracingSettings;
import social.greenroom.trace.Tracing;

/** What each kind of Job holds, as data: nothing may slip in unnoticed. */
class JobEnvironmentTest {
  private static final UUID SUBJECT = UUID.randomUUID();
  private static final String TENANT = "greenroom-worker/";

  @Test
  void renderingHoldsNeitherLoginNorKeyAndOnlyItsOwnToken() {
    var render = variables(null, JobKind.RENDER);

    assertThat(render)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "GREENROOM_WORKER_ID", "metadata.name",
                "GREENROOM_LOG_FORMAT", "plain",
                "GREENROOM_MEDIA_URL", "http://api-server:8080",
                "GREENROOM_MEDIA_TOKEN", "greenroom-renders/" + SUBJECT,
                "GREENROOM_FFMPEG", "/usr/bin/ffmpeg"));
    assertThat(variables("/media", JobKind.RENDER)).isEqualTo(render);
  }

  @Test
  void draftingHoldsItsTenantsLoginAndKeyAndMayAddMedia() {
    assertThat(variables(null, JobKind.GENERATE))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                entry("GREENROOM_WORKER_ID", "metadata.name"),
                entry("GREENROOM_LOG_FORMAT", "plain"),
                entry("GREENROOM_EGRESS_ALLOW", "mcp.tools:8080"),
                entry("GREENROOM_DB_URL", TENANT + "GREENROOM_DB_URL"),
                entry("GREENROOM_DB_USER", TENANT + "GREENROOM_DB_USER"),
                entry("GREENROOM_DB_PASSWORD", TENANT + "GREENROOM_DB_PASSWORD"),
                entry("GREENROOM_DATA_KEY", TENANT + "GREENROOM_DATA_KEY"),
                entry("GREENROOM_MEDIA_URL", "http://api-server:8080"),
                entry("GREENROOM_MEDIA_TOKEN", TENANT + "GREENROOM_MEDIA_WRITE_TOKEN"),
                entry("GREENROOM_MODEL_URL", "http://models.example"),
                entry("GREENROOM_MODEL_SHAPE", "openai"),
                entry("GREENROOM_MODEL_KEY", TENANT + "GREENROOM_MODEL_KEY")));
  }

  @Test
  void publishingMayOnlyReadMediaAndAsksNoModel() {
    assertThat(variables(null, JobKind.PUBLISH))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                entry("GREENROOM_WORKER_ID", "metadata.name"),
                entry("GREENROOM_LOG_FORMAT", "plain"),
                entry("GREENROOM_EGRESS_ALLOW", "mcp.tools:8080"),
                entry("GREENROOM_DB_URL", TENANT + "GREENROOM_DB_URL"),
                entry("GREENROOM_DB_USER", TENANT + "GREENROOM_DB_USER"),
                entry("GREENROOM_DB_PASSWORD", TENANT + "GREENROOM_DB_PASSWORD"),
                entry("GREENROOM_DATA_KEY", TENANT + "GREENROOM_DATA_KEY"),
                entry("GREENROOM_MEDIA_URL", "http://api-server:8080"),
                entry("GREENROOM_MEDIA_TOKEN", TENANT + "GREENROOM_MEDIA_READ_TOKEN"),
                entry("GREENROOM_ORPHAN_AFTER", "PT45S")));
  }

  @Test
  void aLookAtAccountsReadsNoMedia() {
    assertThat(variables(null, JobKind.CHECK))
        .containsKeys("GREENROOM_DB_URL", "GREENROOM_DATA_KEY", "GREENROOM_EGRESS_ALLOW")
        .doesNotContainKeys("GREENROOM_MEDIA_URL", "GREENROOM_MEDIA_TOKEN");
    assertThat(variables("/media", JobKind.CHECK)).doesNotContainKey("GREENROOM_MEDIA_DIR");
  }

  @Test
  void whereAFolderIsSharedTheyReadItAndNeedNoToken() {
    assertThat(variables("/media", JobKind.PUBLISH))
        .containsEntry("GREENROOM_MEDIA_DIR", "/media")
        .doesNotContainKeys("GREENROOM_MEDIA_URL", "GREENROOM_MEDIA_TOKEN");
  }

  @Test
  void whileTracesAreOnTheyLearnWhereTheseGoAndWhichTheyArePartOf() {
    var endpoint = URI.create("http://127.0.0.1:1");
    try (var tracing = Tracing.to(endpoint, "test", 0);
        var span = tracing.start("make job")) {
      assertThat(variables(new TestWork(null), JobKind.RENDER, Optional.of(endpoint)))
          .containsEntry("GREENROOM_TRACING_ENDPOINT", "http://127.0.0.1:1")
          .containsEntry("TRACEPARENT", span.traceParent().orElseThrow());
    }
    assertThat(variables(new TestWork(null), JobKind.RENDER, Optional.of(endpoint)))
        .doesNotContainKey("TRACEPARENT");
  }

  private static Map<String, String> variables(String folder, JobKind kind) {
    return variables(new TestWork(folder), kind, Optional.empty());
  }

  private static Map<String, String> variables(
      TestWork work, JobKind kind, Optional<URI> endpoint) {
    List<EnvVar> variables =
        new JobEnvironment(work, new TestTracing(endpoint), Duration.ofSeconds(45))
            .of(kind, SUBJECT);
    return variables.stream().collect(Collectors.toMap(EnvVar::getName, JobEnvironmentTest::value));
  }

  private record TestTracing(Optional<URI> endpoint) implements TracingSettings {
    @Override
    public double sampling() {
      return 1;
    }
  }

  /** The value, or where it comes from. */
  private static String value(EnvVar variable) {
    var from = variable.getValueFrom();
    if (from == null) {
      return variable.getValue();
    }
    return from.getSecretKeyRef() == null
        ? from.getFieldRef().getFieldPath()
        : from.getSecretKeyRef().getName() + "/" + from.getSecretKeyRef().getKey();
  }
}
