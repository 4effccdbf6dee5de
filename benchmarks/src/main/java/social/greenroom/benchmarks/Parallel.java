package social.greenroom.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** The same work many times, by the clients that a busy agency has at once. */
final class Parallel {
  private static final int AT_ONCE = 16;

  private Parallel() {}

  /** Returns how long it took, in seconds; fails with the first that fails. */
  static double seconds(int times, Duration longest, IntConsumer work) throws Exception {
    return seconds(times, AT_ONCE, longest, work);
  }

  /** As {@link #seconds(int, Duration, IntConsumer)}, so many at once. */
  static double seconds(int times, int atOnce, Duration longest, IntConsumer work)
      throws Exception {
    var pool = Executors.newFixedThreadPool(atOnce);
    try {
      var begin = System.nanoTime();
      var all = new ArrayList<Future<?>>();
      for (int i = 0; i < times; i++) {
        var index = i;
        all.add(pool.submit(() -> work.accept(index)));
      }
      for (var one : all) {
        one.get(longest.toMinutes(), TimeUnit.MINUTES);
      }
      return (System.nanoTime() - begin) / 1e9;
    } finally {
      pool.shutdownNow();
    }
  }
}
