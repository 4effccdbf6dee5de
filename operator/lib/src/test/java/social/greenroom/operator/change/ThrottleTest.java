package social.greenroom.operator.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private static final long WORK = Duration.ofMillis(15).toNanos();

  private final AtomicLong clock = new AtomicLong();
  private final HurriedTimer timer = new HurriedTimer();
  private final List<Long> begun = new ArrayList<>();

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  @Test
  void itRestsNineTimesAsLongAsItWorked() {
    askTwice(Duration.ZERO);

    assertThat(begun).containsExactly(0L, 10 * WORK);
  }

  @Test
  void itRestsLongerWhereTheWorkSaysSo() {
    askTwice(Duration.ofMillis(400));

    assertThat(begun).containsExactly(0L, WORK + Duration.ofMillis(400).toNanos());
  }

  private void askTwice(Duration pause) {
    var throttle =
        new Throttle(
            timer,
            clock::get,
            () -> {
              begun.add(clock.getAndAdd(WORK));
              return pause;
            });
    throttle.ask();
    throttle.ask();
  }

  /** Does at once what is to be done later; the clock then says that it is later. */
  private final class HurriedTimer extends ScheduledThreadPoolExecutor {
    HurriedTimer() {
      super(1);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
      clock.addAndGet(unit.toNanos(delay));
      work.run();
      return super.schedule(() -> {}, 0, unit);
    }
  }
}
