package social.greenroom.operator.change;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Does work that is asked for often: at once when it wasn't done for a while, and otherwise once
 * for all that asked in between.
 */
final class Throttle {
  private final ScheduledExecutorService timer;
  private final Supplier<Duration> work;
  private final AtomicBoolean asked = new AtomicBoolean();
  private volatile long notBefore = System.nanoTime();

  /**
   * @param work returns how long to wait until it is done again
   */
  Throttle(ScheduledExecutorService timer, Supplier<Duration> work) {
    this.timer = timer;
    this.work = work;
  }

  void ask() {
    if (asked.compareAndSet(false, true)) {
      later(0);
    }
  }

  private void run() {
    var left = notBefore - System.nanoTime();
    if (left > 0) {
      later(left);
    } else {
      // Who asks from here on is answered by the next time.
      asked.set(false);
      notBefore = System.nanoTime() + work.get().toNanos();
    }
  }

  private void later(long nanos) {
    var unused = timer.schedule(this::run, nanos, TimeUnit.NANOSECONDS);
  }
}
