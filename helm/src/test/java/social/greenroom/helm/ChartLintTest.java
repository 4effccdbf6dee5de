package social.greenroom.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import social.greenroom.helm.render.Chart;

class ChartLintTest {
  private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

  @Test
  void theChartPassesTheStrictLint() {
    var result = new Helm(Chart.FOLDER).lint().strict().call();

    assertThat(result.isFailed()).as(String.join("\n", result.getMessages())).isFalse();
  }

  /** The operator asks for a talent's accounts by a field: selectable since 1.31 by default. */
  @Test
  void aKubernetesWithoutSelectableFieldsIsRefused() throws IOException {
    assertThat(
            Files.readString(Chart.FOLDER.resolve("templates/crds/accounts.greenroom.social.yaml")))
        .contains("selectableFields:");

    assertThatThrownBy(() -> Chart.on("1.30.14")).hasMessageContaining("1.30.14");
    assertThat(Chart.on("1.31.0")).isNotEmpty();
    assertThat(Files.readString(Path.of("../docs/operations/install.md")))
        .contains("Kubernetes 1.31 or newer");
  }

  @Test
  void theChartIsForThisVersionOfThePrograms() throws IOException {
    var version = VERSION.matcher(Files.readString(Path.of("../pom.xml")));
    assertThat(version.find()).isTrue();

    assertThat(Files.readString(Chart.FOLDER.resolve("Chart.yaml")))
        .contains("\nappVersion: %s\n".formatted(version.group(1)));
  }
}
