package social.greenroom.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.helm.render.Chart;

/** The Job that makes the schema, where it comes with its server and can't be a hook. */
class MigrationJobTest {
  private static final String OWN_SERVER = "database: {cloudNativePG: {enabled: true}}";

  private static final String HOOK = "test.greenroom.social/hook";

  private static final String WAVE = "argocd.argoproj.io/sync-wave";

  @TempDir Path folder;

  /** Argo CD renders an install each time, and no Job can be changed. */
  @Test
  void anotherVersionIsAnotherJob() throws IOException {
    var first = job("image: {tag: 0.1.0}");
    var next = job("image: {tag: 0.2.0}");

    assertThat(name(next)).isNotEqualTo(name(first)).startsWith("greenroom-migrate-");
    assertThat(next.path("spec")).isNotEqualTo(first.path("spec"));
  }

  @Test
  void theSameJobHasTheSameName() throws IOException {
    var first = job("image: {tag: 0.1.0}");
    var same = job("image: {tag: 0.1.0}", "apiServer: {replicas: 5}");

    assertThat(name(same)).isEqualTo(name(first));
    assertThat(same.path("spec")).isEqualTo(first.path("spec"));
  }

  /** Argo CD has no hook here: it waits for a wave before it applies the next. */
  @Test
  void itsServerComesBeforeItAndTheProgramsAfterIt() throws IOException {
    var objects = rendered();
    var job = wave(job());

    assertThat(wave(Chart.find(objects, "Cluster", "greenroom-postgresql"))).isLessThan(job);
    assertThat(wave(Chart.find(objects, "ServiceAccount", "greenroom-migrate"))).isLessThan(job);
    assertThat(wave(Chart.find(objects, "NetworkPolicy", "greenroom-migrate"))).isLessThan(job);
    assertThat(Chart.ofKind(objects, "Deployment"))
        .isNotEmpty()
        .allSatisfy(program -> assertThat(wave(program)).isGreaterThan(job));
  }

  /** After an uninstall Helm would refuse to install over what it doesn't count to a release. */
  @Test
  void anUpgradeLeavesNothingThatAnInstallBrings() throws IOException {
    var installed = rendered().stream().map(Chart::title).toList();

    assertThat(Chart.upgraded(values()))
        .filteredOn(object -> annotation(object, HOOK).contains("pre-upgrade"))
        .filteredOn(object -> installed.contains(Chart.title(object)))
        .hasSize(2)
        .allSatisfy(
            object ->
                assertThat(annotation(object, HOOK + "-delete-policy").split(","))
                    .as(Chart.title(object))
                    .contains("before-hook-creation", "hook-succeeded"));
  }

  private JsonNode job(String... values) throws IOException {
    var jobs =
        Chart.ofKind(rendered(values), "Job").stream()
            .filter(one -> name(one).contains("-migrate"))
            .toList();
    assertThat(jobs).hasSize(1);
    return jobs.get(0);
  }

  private List<JsonNode> rendered(String... values) throws IOException {
    return Chart.with(values(values));
  }

  private Path values(String... values) throws IOException {
    var text = OWN_SERVER + "\n" + String.join("\n", values) + "\n";
    return Files.writeString(folder.resolve("values.yaml"), text);
  }

  private static int wave(JsonNode object) {
    var wave = annotation(object, WAVE);
    return wave.isEmpty() ? 0 : Integer.parseInt(wave);
  }

  private static String annotation(JsonNode object, String name) {
    return object.path("metadata").path("annotations").path(name).asText();
  }

  private static String name(JsonNode job) {
    return job.path("metadata").path("name").asText();
  }
}
