package social.greenroom.operator.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ResourceDurationsTest {
  @Test
  void hoursMinutesAndSecondsAreRead() {
    assertThat(ResourceDurations.parse("4h")).isEqualTo(Duration.ofHours(4));
    assertThat(ResourceDurations.parse("1h30m")).isEqualTo(Duration.ofMinutes(90));
    assertThat(ResourceDurations.parse("45s")).isEqualTo(Duration.ofSeconds(45));
    assertThat(ResourceDurations.parse(null)).isNull();
  }
}
