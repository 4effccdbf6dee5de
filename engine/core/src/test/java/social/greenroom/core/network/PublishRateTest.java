package social.greenroom.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishRateTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final PublishRate TWO = new PublishRate(2, Duration.ofMinutes(10));

  @Test
  void whatLeftTheWindowDoesntCount() {
    assertThat(TWO.next(List.of(ago(11), ago(10), ago(3)), NOW)).isEmpty();
  }

  @Test
  void aFullWindowOpensWhenItsOldestPostLeavesIt() {
    assertThat(TWO.next(List.of(ago(9), ago(3)), NOW)).contains(NOW.plusSeconds(60));
    assertThat(TWO.next(List.of(ago(9), ago(8), ago(3)), NOW)).contains(NOW.plusSeconds(120));
  }

  private static Instant ago(int minutes) {
    return NOW.minus(Duration.ofMinutes(minutes));
  }
}
