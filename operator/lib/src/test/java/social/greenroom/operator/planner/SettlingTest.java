package social.greenroom.operator.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettlingTest {
  @Test
  void thePausesGrowUpToAQuarterOfAnHour() {
    assertThat(Settling.pause(0)).isEqualTo(Duration.ofSeconds(30));
    assertThat(Settling.pause(1)).isEqualTo(Duration.ofSeconds(60));
    assertThat(Settling.pause(5)).isEqualTo(Duration.ofMinutes(15));
    assertThat(Settling.pause(1000)).isEqualTo(Duration.ofMinutes(15));
  }
}
