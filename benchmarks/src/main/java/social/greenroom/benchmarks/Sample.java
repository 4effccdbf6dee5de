package social.greenroom.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Measured durations. */
final class Sample {
  private final List<Long> nanos = new ArrayList<>();

  synchronized void add(Duration duration) {
    nanos.add(duration.toNanos());
  }

  /** Times that work. */
  void time(Work work) throws Exception {
    var start = System.nanoTime();
    work.run();
    add(Duration.ofNanos(System.nanoTime() - start));
  }

  /**
   * The nearest-rank percentile in milliseconds.
   *
   * @param percent above 0, at most 100
   */
  synchronized double percentileMillis(double percent) {
    if (nanos.isEmpty()) {
      throw new IllegalStateException("Nothing was measured.");
    }
    var sorted = nanos.stream().sorted().toList();
    var rank = (int) Math.ceil(percent / 100 * sorted.size());
    return sorted.get(Math.max(0, rank - 1)) / 1e6;
  }

  double medianMillis() {
    return percentileMillis(50);
  }

  /** Work that is timed. */
  interface Work {
    void run() throws Exception;
  }
}
