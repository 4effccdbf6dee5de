package social.greenroom.helm.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is generated of the chart is what its sources say. */
class ChartUpToDateTest {
  private static final Path CHART = Path.of("greenroom");
  private static final Path TYPES = Path.of("../crds/src/main/resources/META-INF/greenroom/crds");
  private static final String REGENERATE =
      "Regenerate it: mvn test -pl helm -Dtest=ChartUpToDateTest -Dgreenroom.regenerate=true";

  @Test
  void everyValueIsDescribed() {
    assertThat(ValuesFile.read(CHART.resolve("values.yaml")))
        .hasSizeGreaterThan(50)
        .allSatisfy(
            value -> assertThat(value.description()).as(value.dotted()).endsWith(".").isNotBlank());
  }

  @Test
  void theSchemaIsWhatTheValuesSay() throws IOException {
    compare(
        CHART.resolve("values.schema.json"),
        ValuesSchema.of(ValuesFile.read(CHART.resolve("values.yaml"))));
  }

  @Test
  void theReferenceIsWhatTheValuesSay() throws IOException {
    compare(
        Path.of("../docs/reference/helm-values.md"),
        ValuesReference.of(ValuesFile.read(CHART.resolve("values.yaml"))));
  }

  @Test
  void theTypesAreThoseOfCrds() throws IOException {
    var folder = CHART.resolve("templates/crds");
    var generated = CrdTemplates.of(TYPES);
    if (Boolean.getBoolean("greenroom.regenerate")) {
      Files.createDirectories(folder);
      for (var template : generated.entrySet()) {
        Files.writeString(folder.resolve(template.getKey()), template.getValue());
      }
    }
    assertThat(committed(folder)).as(REGENERATE).isEqualTo(generated);
  }

  private static Map<String, String> committed(Path folder) throws IOException {
    var files = new TreeMap<String, String>();
    try (var list = Files.list(folder)) {
      for (var file : list.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return files;
  }

  private static void compare(Path file, String generated) throws IOException {
    if (Boolean.getBoolean("greenroom.regenerate")) {
      Files.writeString(file, generated);
    }
    assertThat(Files.exists(file) ? Files.readString(file) : "")
        .as("%s isn't what its source says. %s", file, REGENERATE)
        .isEqualTo(generated);
  }
}
