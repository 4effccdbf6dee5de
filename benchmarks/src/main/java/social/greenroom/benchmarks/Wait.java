package social.greenroom.benchmarks;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for a condition with a short pause between looks. */
final class Wait {
  private static final long PAUSE_MILLIS = 5;

  private Wait() {}

  static void until(String what, Duration longest, Callable<Boolean> condition) throws Exception {
    var end = System.nanoTime() + longest.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("%s: not after %s.".formatted(what, longest));
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}
