package social.greenroom.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What happens in one fault run: a pure function of the seed, so that a run can be repeated as far
 * as processes allow.
 *
 * @param clock whose clock is set meanwhile, where clocks can be set
 * @param pauseMillis until the next run begins
 */
record RunPlan(
    int run,
    List<PlannedPost> posts,
    Optional<Strike> strike,
    Optional<ClockShift> clock,
    int pauseMillis) {
  private static final List<String> NETWORKS = List.of("linkedin", "x", "mastodon");
  private static final String LONG_WAIT = "rate_limit_no_headers";
  private static final List<String> FAULTS =
      List.of(
          "fail_before",
          "fail_after_accept",
          "slow",
          "slow_accept",
          "rate_limit",
          LONG_WAIT,
          "reset",
          "duplicate",
          "truncate",
          "revoked",
          "wrong_schema");

  /**
   * An account that was told to wait, and not until when, is left alone for a quarter of an hour.
   */
  private static final int LONG_WAITS = 8;

  static RunPlan of(FaultsSettings settings, int run) {
    var random = new Random(settings.seed() * 1_000_003 + run);
    // Random's first numbers of neighbouring seeds are alike.
    random.nextLong();
    var posts = new ArrayList<PlannedPost>();
    var count = 2 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      posts.add(post(random, settings, run, i, true));
    }
    posts.add(post(random, settings, run, count, false));
    var strike =
        random.nextInt(2) == 0 ? Optional.of(strike(random, settings)) : Optional.<Strike>empty();
    var clock =
        random.nextInt(3) == 0 ? Optional.of(ClockShift.any(random)) : Optional.<ClockShift>empty();
    return new RunPlan(run, List.copyOf(posts), strike, clock, 500 + random.nextInt(2_500));
  }

  private static PlannedPost post(
      Random random, FaultsSettings settings, int run, int number, boolean approved) {
    var network = NETWORKS.get(random.nextInt(NETWORKS.size()));
    var parts = network.equals("linkedin") || random.nextInt(3) > 0 ? 1 : 2 + random.nextInt(2);
    var fault =
        random.nextBoolean() ? Optional.of(fault(random, settings)) : Optional.<String>empty();
    return new PlannedPost(
        run,
        number,
        (run * 5 + number) % settings.talents(),
        network,
        parts,
        approved ? fault : Optional.empty(),
        500 + random.nextInt(20_000),
        approved);
  }

  private static String fault(Random random, FaultsSettings settings) {
    var fault = FAULTS.get(random.nextInt(FAULTS.size()));
    var rarely = random.nextInt(LONG_WAITS) > 0;
    if (settings.quick() && fault.startsWith("rate_limit")) {
      return "fail_after_accept";
    }
    return fault.equals(LONG_WAIT) && rarely ? "rate_limit" : fault;
  }

  private static Strike strike(Random random, FaultsSettings settings) {
    var victims = Strike.Victim.values();
    // Workers are what sends: half of the strikes are theirs.
    var victim =
        random.nextBoolean() ? Strike.Victim.WORKER : victims[random.nextInt(victims.length)];
    var killed = random.nextBoolean();
    var held = 500 + random.nextInt(settings.longestSleepMillis());
    return new Strike(victim, random.nextInt(4_000), killed ? 0 : held);
  }
}
