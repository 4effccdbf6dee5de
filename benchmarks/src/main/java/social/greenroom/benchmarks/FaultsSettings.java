package social.greenroom.benchmarks;

import java.time.Duration;

/**
 * How far a fault run goes.
 *
 * @param quick leaves out what makes it wait for minutes: a silent sender counts as lost after ten
 *     seconds instead of 45, and no network asks for a pause
 */
record FaultsSettings(int runs, long seed, boolean quick) {
  /** So few that no account misses many while its network wants to be waited for. */
  private static final int POSTS_PER_TALENT = 25;

  static FaultsSettings given() {
    return new FaultsSettings(
        Integer.getInteger("bench.runs", 20),
        Long.getLong("bench.seed", 1L),
        Boolean.getBoolean("bench.quick"));
  }

  int talents() {
    return Math.max(4, runs * 4 / POSTS_PER_TALENT + 1);
  }

  /** After so long without a sign of life a sender counts as lost. */
  Duration orphanAfter() {
    return Duration.ofSeconds(quick ? 10 : 45);
  }

  /** Some sleep for longer than a silent sender is waited for. */
  int longestSleepMillis() {
    return (int) orphanAfter().multipliedBy(4).dividedBy(3).toMillis();
  }

  /** How long nothing may change, at the end, before what is left counts as lost. */
  Duration quiet() {
    return Duration.ofSeconds(quick ? 90 : 400);
  }

  /** The longest that settling takes at the end. */
  Duration longest() {
    return Duration.ofMinutes(quick ? 6 : 90);
  }
}
