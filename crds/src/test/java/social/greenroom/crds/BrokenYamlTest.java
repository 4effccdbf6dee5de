package social.greenroom.crds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** No rule without a YAML that breaks it; that they are refused is shown against an API server. */
class BrokenYamlTest {
  @Test
  void everyRuleIsBrokenByAYaml() {
    var messages =
        Crds.all().stream()
            .map(crd -> crd.getSpec().getVersions().get(0).getSchema().getOpenAPIV3Schema())
            .flatMap(schema -> RuleMessages.of(schema).stream())
            .toList();
    assertThat(BrokenYaml.all()).extracting(BrokenYaml::refused).containsAll(messages);
  }

  @Test
  void theIndexNamesEveryFile() throws IOException {
    try (var files = Files.list(Path.of("src/test/resources/broken"))) {
      assertThat(BrokenYaml.all())
          .extracting(BrokenYaml::name)
          .containsExactlyInAnyOrderElementsOf(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".yaml"))
                  .toList());
    }
  }
}
