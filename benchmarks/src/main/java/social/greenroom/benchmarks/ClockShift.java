package social.greenroom.benchmarks;

import java.util.Random;

/**
 * The clock of some workers, set wrong while they work.
 *
 * @param whose pool or jobs
 * @param afterMillis from the moment the run's posts are approved
 * @param seconds by which it is ahead of the machine's from then on; negative for behind
 */
record ClockShift(String whose, int afterMillis, int seconds) {
  private static final int FURTHEST = 300;

  static ClockShift any(Random random) {
    return new ClockShift(
        random.nextBoolean() ? "pool" : "jobs",
        random.nextInt(4_000),
        random.nextInt(2 * FURTHEST + 1) - FURTHEST);
  }
}
