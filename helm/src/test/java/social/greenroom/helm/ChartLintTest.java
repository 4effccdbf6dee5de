package social.greenroom.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import org.junit.jupiter.api.Test;
import social.greenroom.helm.render.Chart;

class ChartLintTest {
  @Test
  void theChartPassesTheStrictLint() {
    var result = new Helm(Chart.FOLDER).lint().strict().call();

    assertThat(result.isFailed()).as(String.join("\n", result.getMessages())).isFalse();
  }
}
