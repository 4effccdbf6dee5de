package social.greenroom.helm;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void theChartIsForThisVersionOfThePrograms() throws IOException {
    var version = VERSION.matcher(Files.readString(Path.of("../pom.xml")));
    assertThat(version.find()).isTrue();

    assertThat(Files.readString(Chart.FOLDER.resolve("Chart.yaml")))
        .contains("\nappVersion: %s\n".formatted(version.group(1)));
  }
}
