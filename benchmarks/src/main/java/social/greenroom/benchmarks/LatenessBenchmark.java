package social.greenroom.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Posts that are all due in the same second, one per account: how late the sandbox takes each, by
 * its own clock. The limits are the same HTTP calls, and the same statements, each by a bare loop
 * with as many at once as the sender has; the tighter one counts.
 */
final class LatenessBenchmark implements Benchmarks.Benchmark {
  private static final int ANSWER_MILLIS = 50;
  private static final int WRITTEN_PER_SECOND = 100;
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private static final Duration IDLE = Duration.ofMinutes(1);

  private final BareCalls calls = new BareCalls();

  @Override
  public Figures run() throws Exception {
    var posts = Integer.getInteger("bench.posts", 1_000);
    var warm = Integer.getInteger("bench.warm", 8_000);
    // What the pool has on its way of one tenant's at once.
    var parallel = Integer.getInteger("bench.parallel", 192);
    var folder = Files.createTempDirectory("greenroom-bench-lateness");
    var agency = BenchAgency.writeCrowd(folder.resolve("agency"), posts);
    var data = folder.resolve("data");
    var figures = new Figures().add("posts", (long) posts);
    measure(
        figures,
        data,
        agency,
        new Crowd(
            posts,
            warm,
            parallel,
            Integer.getInteger("bench.history", 0),
            Integer.getInteger("bench.scheduled", 0)));
    var statements = new BareLedger(data).perSecond(posts, parallel);
    figures.add("limit_statements_per_s", statements);
    var limit = Math.min(figures.number("limit_http_per_s"), statements);
    return figures.add("limit_per_s", limit).add("ratio", figures.number("per_s") / limit);
  }

  /**
   * @param warm that go out before, since a pool has mostly been at work for long
   * @param parallel calls at once of the bare loop
   * @param history published posts in the tables, with which all is measured once more
   * @param scheduled posts that wait for a day far off, with which the idle programs are measured
   */
  private record Crowd(int posts, int warm, int parallel, int history, int scheduled) {}

  private void measure(Figures figures, Path data, Path agency, Crowd crowd) throws Exception {
    try (var greenroom =
            LocalGreenroom.start(
                data, List.of("--split", "--examples", agency.toString()), LocalGreenroom.QUIET);
        var store = BenchStore.open(data, BenchAgency.NAMESPACE, crowd.posts())) {
      var sandbox = greenroom.endpoints().sandbox();
      calls.slow(sandbox, ANSWER_MILLIS);
      store.awaitChecks(LONGEST);
      int round = 0;
      for (int left = crowd.warm(); left > 0; left -= crowd.posts()) {
        sendAll(greenroom, store, round++, Math.min(left, crowd.posts()));
      }
      var sent = sendAll(greenroom, store, round++, crowd.posts());
      figures
          .add("p50_ms", sent.late().percentileMillis(50))
          .add("p99_ms", sent.late().percentileMillis(99))
          .add("max_ms", sent.late().percentileMillis(100))
          .add("per_s", crowd.posts() / sent.seconds())
          .add("cpu_ms_per_post", sent.cpu().total().toNanos() / 1e6 / crowd.posts());
      figures.addEach("cpu_ms", sent.cpu(), crowd.posts());
      if (crowd.history() > 0) {
        Backlog.of(data, store.tenant()).published(crowd.history());
        var later = sendAll(greenroom, store, round++, crowd.posts());
        figures
            .add("history", (long) crowd.history())
            .add("history_p99_ms", later.late().percentileMillis(99))
            .add("history_per_s", crowd.posts() / later.seconds())
            .add(
                "history_cost_ratio",
                later.cpu().total().toNanos() / (double) sent.cpu().total().toNanos());
      }
      if (crowd.scheduled() > 0) {
        var without = idlePercent(greenroom);
        Backlog.of(data, store.tenant()).scheduled(crowd.scheduled());
        figures
            .add("scheduled", (long) crowd.scheduled())
            .add("idle_cpu_percent", idlePercent(greenroom))
            .add("limit_idle_cpu_percent", without);
      }
      calls.perSecond(sandbox, crowd.posts(), crowd.parallel());
      figures.add("limit_http_per_s", calls.perSecond(sandbox, crowd.posts(), crowd.parallel()));
    }
  }

  /** What all programs take of a core in a minute without work, once they have come to rest. */
  private static double idlePercent(LocalGreenroom greenroom) throws Exception {
    Thread.sleep(IDLE.toMillis());
    var cpu = greenroom.cpu();
    Thread.sleep(IDLE.toMillis());
    return 100.0 * greenroom.cpu().minus(cpu).total().toNanos() / IDLE.toNanos();
  }

  /**
   * @param late of each
   * @param seconds from when they were due until the last was taken
   * @param cpu what all processes took meanwhile
   */
  private record Sent(Sample late, double seconds, Cpu cpu) {}

  private Sent sendAll(LocalGreenroom greenroom, BenchStore store, int round, int posts)
      throws Exception {
    var sandbox = greenroom.endpoints().sandbox();
    var before = calls.taken(sandbox);
    var due = Instant.now().plusSeconds(10 + posts / WRITTEN_PER_SECOND);
    Parallel.seconds(posts, LONGEST, i -> store.write(planned(round, i), due));
    if (Instant.now().isAfter(due)) {
      throw new IllegalStateException("The posts weren't written before they were due.");
    }
    Thread.sleep(Duration.between(Instant.now(), due).toMillis());
    var cpu = greenroom.cpu();
    Wait.until("out", LONGEST, () -> paced() && calls.taken(sandbox) >= before + posts);
    cpu = greenroom.cpu().minus(cpu);
    var taken = new ArrayList<Instant>();
    for (var post : calls.get(sandbox + "/timeline.json")) {
      var at = Instant.parse(post.get("at").asText());
      if (!at.isBefore(due)) {
        taken.add(at);
      }
    }
    if (taken.size() != posts) {
      throw new IllegalStateException(
          "%d posts were to go out, and %d did.".formatted(posts, taken.size()));
    }
    var late = new Sample();
    taken.forEach(at -> late.add(Duration.between(due, at)));
    return new Sent(late, late.percentileMillis(100) / 1000, cpu);
  }

  private static PlannedPost planned(int round, int i) {
    return new PlannedPost(i, round, i, "mastodon", 1, Optional.empty(), 0, true);
  }

  /** A look costs the sandbox something: two in a second are enough. */
  private static boolean paced() throws InterruptedException {
    Thread.sleep(500);
    return true;
  }
}
