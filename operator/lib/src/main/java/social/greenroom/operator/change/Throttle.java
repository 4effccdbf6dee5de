package social.greenroom.operator.change;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Does work that is asked for often: at once when it wasn't done for a while, and otherwise once
 * for all that asked in between. A tenth of the time is spent on it at most.
 */
final class Throttle {
  private static final int REST_FOR_WORK = 9;

  private final ScheduledExecutorService timer;
  private final Supplier<Duration> work;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final LongSupplier nanos;
  private volatile long notBefore;

  /**
   * @param work returns how long to wait at least until it is done again
   */
  Throttle(ScheduledExecutorService timer, Supplier<Duration> work) {
    this(timer, System::nanoTime, work);
  }

  Throttle(ScheduledExecutorService timer, LongSupplier nanos, Supplier<Duration> work) {
    this.timer = timer;
    this.nanos = nanos;
    this.work = work;
    this.notBefore = nanos.getAsLong();
  }

  void ask() {
    if (asked.compareAndSet(false, true)) {
      later(0);
    }
  }

  private void run() {
    var left = notBefore - nanos.getAsLong();
    if (left > 0) {
      later(left);
    } else {
      // Who asks from here on is answered by the next time.
      asked.set(false);
      var began = nanos.getAsLong();
      var pause = work.get().toNanos();
      var done = nanos.getAsLong();
      notBefore = done + Math.max(pause, REST_FOR_WORK * (done - began));
    }
  }

  private void later(long nanos) {
    var unused = timer.schedule(this::run, nanos, TimeUnit.NANOSECONDS);
  }
}
