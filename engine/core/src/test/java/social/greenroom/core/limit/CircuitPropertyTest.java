package social.greenroom.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CircuitPropertyTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

  @Example
  void opensAfterSomeFailuresInARowAndAnAnswerClosesIt() {
    var random = new Random(1);
    var circuit = Circuit.CLOSED;
    for (int i = 1; i < Circuit.THRESHOLD; i++) {
      circuit = circuit.failed(NOW, random);
      assertThat(circuit.open(NOW)).as("after %d", i).isFalse();
    }
    circuit = circuit.failed(NOW, random);
    assertThat(circuit.open(NOW)).isTrue();
    assertThat(circuit.open(NOW.plusSeconds(31))).as("half open").isFalse();
    assertThat(circuit.answered()).isEqualTo(Circuit.CLOSED);
  }

  @Example
  void aProbeThatFailsOpensItForLonger() {
    var probing = new Circuit(5, 1, NOW.plus(Circuit.PROBE), true);
    var again = probing.failed(NOW, new Random(2));
    assertThat(again.opened()).isEqualTo(2);
    assertThat(again.probing()).isFalse();
    assertThat(again.probeAt()).isBetween(NOW.plusSeconds(30), NOW.plusSeconds(60));
  }

  @Example
  void whatWasOnItsWayWhenItOpenedKeepsItAsItIs() {
    var open = new Circuit(5, 1, NOW.plusSeconds(20), false);
    var later = open.failed(NOW, new Random(3));
    assertThat(later.probeAt()).isEqualTo(open.probeAt());
    assertThat(later.opened()).isEqualTo(1);
  }

  @Property
  void itIsNeverShutForLongerThanTenMinutes(
      @ForAll @IntRange(min = 0, max = 1_000_000) int failures,
      @ForAll @IntRange(min = 0, max = 1_000_000) int opened,
      @ForAll long seed) {
    var next = new Circuit(failures, opened, NOW, true).failed(NOW, new Random(seed));
    assertThat(next.probeAt()).isBetween(NOW.plusSeconds(15), NOW.plus(Duration.ofMinutes(10)));
  }
}
