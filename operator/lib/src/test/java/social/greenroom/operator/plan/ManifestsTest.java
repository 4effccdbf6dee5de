package social.greenroom.operator.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestsTest {
  private static final String TALENT =
      """
      apiVersion: greenroom.social/v1alpha1
      kind: Talent
      metadata: {name: %s, namespace: northlight}
      """;

  @Test
  void readsEveryDocumentAndSkipsEmptyOnes() {
    assertThat(read("---\n" + TALENT.formatted("one") + "---\n---\n" + TALENT.formatted("two")))
        .extracting(declared -> declared.key().name())
        .containsExactly("one", "two");
  }

  @Test
  void saysWhichDocumentLacksWhat() {
    assertThatThrownBy(() -> read("apiVersion: v1\nkind: Secret\n"))
        .isInstanceOf(PlanException.class)
        .hasMessage("test.yaml: document 1 has no metadata.name; every resource needs one.");
  }

  @Test
  void aResourceOfOursSaysItsNamespace() {
    assertThatThrownBy(() -> read(TALENT.formatted("one").replace(", namespace: northlight", "")))
        .isInstanceOf(PlanException.class)
        .hasMessage(
            "test.yaml: document 1 has no metadata.namespace; name the namespace that the Talent is applied to.");
  }

  @Test
  void whatIsNoYamlIsASentence() {
    assertThatThrownBy(() -> read("a: [1"))
        .isInstanceOf(PlanException.class)
        .hasMessageStartingWith("test.yaml isn't YAML");
  }

  @Test
  void aFolderIsReadInTheOrderOfItsNames(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("20.yaml"), TALENT.formatted("second"));
    Files.writeString(folder.resolve("10.yml"), TALENT.formatted("first"));
    Files.writeString(folder.resolve("README.md"), "# No resource");
    assertThat(Manifests.in(folder))
        .extracting(declared -> declared.key().name())
        .containsExactly("first", "second");
  }

  @Test
  void aPathThatIsntThereIsASentence(@TempDir Path folder) {
    assertThatThrownBy(() -> Manifests.in(folder.resolve("no.yaml")))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("name a file or a folder with -f");
  }

  private static List<Declared> read(String yaml) {
    return Manifests.read(
        "test.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }
}
