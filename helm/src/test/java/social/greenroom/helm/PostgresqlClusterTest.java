package social.greenroom.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.helm.render.Chart;

/** The Cluster that CloudNativePG keeps. */
class PostgresqlClusterTest {
  @TempDir Path folder;

  @Test
  void itBeginsEmpty() throws IOException {
    var bootstrap = cluster("{enabled: true}").path("bootstrap");

    assertThat(bootstrap.fieldNames()).toIterable().containsExactly("initdb");
    assertThat(bootstrap.path("initdb").path("database").asText()).isEqualTo("greenroom");
  }

  /** Without the owner CloudNativePG would take it for its own default, "app". */
  @Test
  void itBeginsFromABackupWithTheSameDatabaseAndOwner() throws IOException {
    var cluster =
        cluster(
            """
            {enabled: true, recovery: {source: first, recoveryTarget: {targetTime: "2026-11-23 12:00:00+00"}},
             externalClusters: [{name: first, plugin: {name: barman-cloud.cloudnative-pg.io}}]}
            """);

    assertThat(cluster.path("bootstrap").fieldNames()).toIterable().containsExactly("recovery");
    var recovery = cluster.path("bootstrap").path("recovery");
    assertThat(recovery.path("database").asText()).isEqualTo("greenroom");
    assertThat(recovery.path("owner").asText()).isEqualTo("greenroom_database");
    assertThat(recovery.path("source").asText()).isEqualTo("first");
    assertThat(recovery.path("recoveryTarget").path("targetTime").asText())
        .isEqualTo("2026-11-23 12:00:00+00");
    assertThat(cluster.path("externalClusters").path(0).path("name").asText()).isEqualTo("first");
  }

  private JsonNode cluster(String values) throws IOException {
    var file =
        Files.writeString(
            folder.resolve("values.yaml"), "database: {cloudNativePG: %s}".formatted(values));
    return Chart.find(Chart.with(file), "Cluster", "greenroom-postgresql").path("spec");
  }
}
