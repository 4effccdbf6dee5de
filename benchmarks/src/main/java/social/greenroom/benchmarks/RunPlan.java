package social.greenroom.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What happens in one fault run: a pure function of the seed, so that a run can be repeated as far
 * as processes allow.
 *
 * @param pauseMillis until the next run begins
 */
record RunPlan(int run, List<PlannedPost> posts, Optional<Strike> strike, int pauseMillis) {
  private static final List<String> NETWORKS = List.of("linkedin", "x", "mastodon");
  private static final List<String> FAULTS =
      List.of(
          "fail_before",
          "fail_after_accept",
          "slow",
          "slow_accept",
          "rate_limit",
          "rate_limit_no_headers",
          "reset",
          "duplicate",
          "truncate",
          "revoked",
          "wrong_schema");

  /** Longer than the 45 seconds after which a silent sender counts as lost. */
  private static final int LONGEST_SLEEP_MILLIS = 60_000;

  static RunPlan of(long seed, int run, int talents) {
    var random = new Random(seed * 1_000_003 + run);
    // Random's first numbers of neighbouring seeds are alike.
    random.nextLong();
    var posts = new ArrayList<PlannedPost>();
    var count = 2 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      posts.add(post(random, run, i, talents, true));
    }
    posts.add(post(random, run, count, talents, false));
    var strike = random.nextInt(2) == 0 ? Optional.of(strike(random)) : Optional.<Strike>empty();
    return new RunPlan(run, List.copyOf(posts), strike, 500 + random.nextInt(2_500));
  }

  private static PlannedPost post(
      Random random, int run, int number, int talents, boolean approved) {
    var network = NETWORKS.get(random.nextInt(NETWORKS.size()));
    var parts = network.equals("linkedin") || random.nextInt(3) > 0 ? 1 : 2 + random.nextInt(2);
    var fault =
        random.nextBoolean()
            ? Optional.of(FAULTS.get(random.nextInt(FAULTS.size())))
            : Optional.<String>empty();
    return new PlannedPost(
        run,
        number,
        (run * 5 + number) % talents,
        network,
        parts,
        approved ? fault : Optional.empty(),
        500 + random.nextInt(20_000),
        approved);
  }

  private static Strike strike(Random random) {
    var victims = Strike.Victim.values();
    // Workers are what sends: half of the strikes are theirs.
    var victim =
        random.nextBoolean() ? Strike.Victim.WORKER : victims[random.nextInt(victims.length)];
    var killed = victim == Strike.Victim.POSTGRES || random.nextBoolean();
    return new Strike(
        victim, random.nextInt(4_000), killed ? 0 : 500 + random.nextInt(LONGEST_SLEEP_MILLIS));
  }
}
