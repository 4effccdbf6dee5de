package social.greenroom.operator.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StartUpTest {
  private static final Duration UNMEASURED = Duration.ofSeconds(3);

  @Test
  void tooFewJobsSayNothing() {
    assertThat(StartUp.of(List.of(Duration.ofMinutes(1), Duration.ofMinutes(1)), UNMEASURED))
        .isEqualTo(UNMEASURED);
  }

  @Test
  void oneLostNodeDoesntMoveItAndASlowClusterDoes() {
    var quick = Collections.nCopies(19, Duration.ofSeconds(5));
    var oneSlow = Stream.concat(quick.stream(), Stream.of(Duration.ofMinutes(10))).toList();
    assertThat(StartUp.of(oneSlow, UNMEASURED)).isEqualTo(Duration.ofMillis(5500));
    assertThat(StartUp.of(Collections.nCopies(20, Duration.ofSeconds(25)), UNMEASURED))
        .isEqualTo(Duration.ofMillis(25_500));
  }

  @Test
  void isBounded() {
    assertThat(StartUp.of(Collections.nCopies(5, Duration.ofMillis(100)), UNMEASURED))
        .isEqualTo(Duration.ofSeconds(2));
    assertThat(StartUp.of(Collections.nCopies(5, Duration.ofMinutes(9)), UNMEASURED))
        .isEqualTo(Duration.ofMinutes(2));
  }
}
