package social.greenroom.worker.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits for an instant of the wall clock. Long waits are taken in short steps, so that a clock
 * which is set meanwhile, or a machine that slept, is noticed.
 */
public record Pace(InstantSource clock) {
  private static final Duration STEP = Duration.ofSeconds(1);

  /**
   * Returns at the instant, never before it.
   *
   * @throws InterruptedException when the thread is interrupted
   */
  public void until(Instant instant) throws InterruptedException {
    for (var left = left(instant); left.compareTo(Duration.ZERO) > 0; left = left(instant)) {
      if (Thread.interrupted()) {
        throw new InterruptedException("The Job was told to stop while it waited.");
      }
      var step = left.compareTo(STEP) < 0 ? left : STEP;
      LockSupport.parkNanos(this, step.toNanos());
    }
  }

  private Duration left(Instant instant) {
    return Duration.between(clock.instant(), instant);
  }
}
