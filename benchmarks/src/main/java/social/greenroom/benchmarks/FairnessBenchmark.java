package social.greenroom.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How late the few posts of a small tenant go out beside ten thousand of a large one: all of the
 * large tenant's are due in one second, and from it on the small one's, one after the other. The
 * limit is the small tenant's posts with nobody else there.
 */
final class FairnessBenchmark implements Benchmarks.Benchmark {
  private static final String SMALL = "small";
  private static final int SMALL_ACCOUNTS = 20;
  private static final Duration BETWEEN = Duration.ofMillis(500);
  private static final int ANSWER_MILLIS = 50;
  private static final int WARM_ROUNDS = 4;
  private static final int WRITTEN_PER_SECOND = 80;
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final BareCalls calls = new BareCalls();

  @Override
  public Figures run() throws Exception {
    var accounts = Integer.getInteger("bench.accounts", 1_000);
    var posts = Integer.getInteger("bench.posts", 10_000);
    var folder = Files.createTempDirectory("greenroom-bench-fairness");
    var agencies = folder.resolve("agencies");
    BenchAgency.writeCrowd(agencies, BenchAgency.NAMESPACE, 0, accounts);
    BenchAgency.writeCrowd(agencies, SMALL, accounts, SMALL_ACCOUNTS);
    var data = folder.resolve("data");
    try (var greenroom =
            LocalGreenroom.start(
                data, List.of("--split", "--examples", agencies.toString()), LocalGreenroom.QUIET);
        var large = BenchStore.open(data, BenchAgency.NAMESPACE, accounts);
        var small = BenchStore.open(data, SMALL, SMALL_ACCOUNTS)) {
      large.awaitChecks(LONGEST);
      small.awaitChecks(LONGEST);
      var sandbox = greenroom.endpoints().sandbox();
      calls.slow(sandbox, ANSWER_MILLIS);
      // A pool has mostly been at work for long.
      var warm = accounts * WARM_ROUNDS;
      write(large, 0, accounts, warm);
      awaitTaken(sandbox, warm);
      var alone = send(sandbox, small, accounts, 0, Instant.now().plusSeconds(5));
      var before = calls.taken(sandbox);
      var due = write(large, WARM_ROUNDS, accounts, posts);
      var beside = send(sandbox, small, accounts, 1, due);
      var still = before + SMALL_ACCOUNTS + posts - calls.taken(sandbox);
      awaitTaken(sandbox, before + SMALL_ACCOUNTS + posts);
      var seconds = Duration.between(due, Instant.now()).toMillis() / 1000.0;
      return new Figures()
          .add("posts", (long) posts)
          .add("p50_ms", beside.percentileMillis(50))
          .add("max_ms", beside.percentileMillis(100))
          .add("large_tenant_s", seconds)
          .add("large_tenant_still_waiting", still)
          .add("limit_alone_p50_ms", alone.percentileMillis(50))
          .add("limit_alone_max_ms", alone.percentileMillis(100))
          .add("ratio", beside.percentileMillis(50) / alone.percentileMillis(50));
    }
  }

  /** Has them all due in one second, spread over the accounts, and returns which. */
  private static Instant write(BenchStore store, int round, int accounts, int posts)
      throws Exception {
    var due = Instant.now().plusSeconds(10 + posts / WRITTEN_PER_SECOND);
    Parallel.seconds(
        posts, LONGEST, i -> store.write(planned(round + i / accounts, i % accounts), due));
    if (Instant.now().isAfter(due.minusSeconds(2))) {
      throw new IllegalStateException("The posts weren't written before they were due.");
    }
    return due;
  }

  /** Has a post of each account of the small tenant due after the other; how late each was. */
  private Sample send(String sandbox, BenchStore small, int from, int round, Instant first)
      throws Exception {
    for (int i = 0; i < SMALL_ACCOUNTS; i++) {
      small.write(planned(round, from + i), due(first, i));
    }
    var late = new Sample();
    for (int i = 0; i < SMALL_ACCOUNTS; i++) {
      var handle = planned(round, from + i).handle();
      Wait.until("out: " + handle, LONGEST, () -> paced() && taken(sandbox, handle).size() > round);
      var at = Instant.MIN;
      for (var post : taken(sandbox, handle)) {
        at = later(at, Instant.parse(post.get("at").asText()));
      }
      late.add(Duration.between(due(first, i), at));
    }
    return late;
  }

  private void awaitTaken(String sandbox, long posts) throws Exception {
    Wait.until("out", LONGEST, () -> paced() && calls.taken(sandbox) >= posts);
  }

  private JsonNode taken(String sandbox, String handle) throws Exception {
    return calls.get(sandbox + "/timeline.json?network=mastodon&handle=" + handle);
  }

  private static PlannedPost planned(int round, int account) {
    return new PlannedPost(round, account, account, "mastodon", 1, Optional.empty(), 0, true);
  }

  private static Instant due(Instant first, int number) {
    return first.plus(BETWEEN.multipliedBy(number));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** A look costs the sandbox something: a few in a second are enough. */
  private static boolean paced() throws InterruptedException {
    Thread.sleep(200);
    return true;
  }
}
