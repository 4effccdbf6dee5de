package social.greenroom.operator.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class IntervalTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  // Any number may come first: nanoTime may be negative, and may pass the largest.
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final Interval interval = new Interval(nanos::get);

  @Test
  void itIsDueAtOnceAndThenOnceInAWhile() {
    assertThat(interval.left()).isZero();
    assertThat(interval.due(MINUTE)).isTrue();
    assertThat(interval.due(MINUTE)).isFalse();
    assertThat(interval.left()).isEqualTo(MINUTE);
    pass(MINUTE.minusNanos(1));
    assertThat(interval.due(MINUTE)).isFalse();
    pass(Duration.ofNanos(1));
    assertThat(interval.due(MINUTE)).isTrue();
  }

  @Test
  void afterALongPauseItIsDueOnceAndNotForEachTimeThatPassed() {
    assertThat(interval.due(MINUTE)).isTrue();
    pass(MINUTE.multipliedBy(9));
    assertThat(interval.due(MINUTE)).isTrue();
    assertThat(interval.due(MINUTE)).isFalse();
  }

  @Test
  void itCanBePutOff() {
    interval.putOff(MINUTE);
    assertThat(interval.left()).isEqualTo(MINUTE);
    pass(MINUTE.plusSeconds(1));
    assertThat(interval.left()).isZero();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
