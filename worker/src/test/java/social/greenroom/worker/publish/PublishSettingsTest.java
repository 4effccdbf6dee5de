package social.greenroom.worker.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.job.UsageException;

class PublishSettingsTest {
  @Test
  void heartbeatsComeManyTimesBeforeASenderCountsAsLost() throws UsageException {
    assertThat(PublishSettings.from(new Environment(Map.of()))).isEqualTo(PublishSettings.DEFAULT);
    assertThat(from("PT45S")).isEqualTo(PublishSettings.DEFAULT);
    assertThat(from("PT9S").orphanedAfter()).isEqualTo(Duration.ofSeconds(9));
    assertThat(from("PT9S").heartbeat()).isEqualTo(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"45", "PT1S", "PT-1M", "soon"})
  void whatIsNoLongEnoughDurationIsRefusedByName(String value) {
    assertThatThrownBy(() -> from(value))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("GREENROOM_ORPHAN_AFTER")
        .hasMessageContaining(value);
  }

  private static PublishSettings from(String value) throws UsageException {
    return PublishSettings.from(new Environment(Map.of("GREENROOM_ORPHAN_AFTER", value)));
  }
}
