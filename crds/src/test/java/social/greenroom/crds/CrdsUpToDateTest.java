package social.greenroom.crds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The committed YAML is what the Java types say. */
class CrdsUpToDateTest {
  private static final Path FOLDER = Path.of("src/main/resources/META-INF/greenroom/crds");

  @Test
  void theCommittedYamlIsWhatTheTypesSay() throws IOException {
    var generated = CrdYaml.generate();
    if (Boolean.getBoolean("greenroom.regenerate")) {
      for (var file : generated.entrySet()) {
        Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
      }
    }
    assertThat(committed())
        .as(
            "The definitions in %s aren't what the types say. Regenerate them: mvn test -pl crds"
                + " -Dtest=CrdsUpToDateTest -Dgreenroom.regenerate=true",
            FOLDER)
        .isEqualTo(generated);
  }

  @Test
  void everyKindIsOnTheClassPath() {
    assertThat(Crds.all())
        .extracting(crd -> crd.getSpec().getNames().getKind())
        .containsExactly("Tenant", "Talent", "Account", "PostRequest", "McpServer", "PostSeries");
    assertThat(Crds.fileNames()).containsExactlyInAnyOrderElementsOf(CrdYaml.generate().keySet());
  }

  private static TreeMap<String, String> committed() throws IOException {
    var files = new TreeMap<String, String>();
    try (var list = Files.list(FOLDER)) {
      for (var file : list.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return files;
  }
}
