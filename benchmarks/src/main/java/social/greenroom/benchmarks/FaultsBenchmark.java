package social.greenroom.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.post.VariantRow;

/**
 * Posts go out while networks misbehave and processes are killed and stopped, run after run in one
 * Greenroom of separate processes. Then everything settles, and the sandbox is asked what it holds.
 */
final class FaultsBenchmark implements Benchmarks.Benchmark {
  private static final int POSTS_PER_TALENT = 60;
  private static final int ON_THE_WAY = 80;
  private static final Duration LONGEST_WRITE = Duration.ofMinutes(3);

  /** A silent sender counts as lost after 45 s, then the network settles, then it is looked at. */
  private static final Duration QUIET = Duration.ofMinutes(5);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<UUID, PlannedPost> written = new LinkedHashMap<>();
  private final Map<UUID, VariantRow> resting = new HashMap<>();

  @Override
  public Figures run() throws Exception {
    var runs = Integer.getInteger("bench.runs", 20);
    var seed = Long.getLong("bench.seed", 1L);
    var folder = Files.createTempDirectory("greenroom-bench-faults");
    var talents = Math.max(4, runs * 4 / POSTS_PER_TALENT + 1);
    var agency = BenchAgency.write(folder.resolve("agency"), talents);
    var data = folder.resolve("data");
    var begin = System.nanoTime();
    try (var greenroom =
        LocalGreenroom.start(data, List.of("--split", "--examples", agency.toString()))) {
      var sandbox = greenroom.endpoints().sandbox();
      var killed = 0;
      var stopped = 0;
      try (var store = BenchStore.open(data, BenchAgency.NAMESPACE, 3 * talents);
          var strikes = new Strikes(greenroom)) {
        for (int run = 0; run < runs; run++) {
          perform(RunPlan.of(seed, run, talents), sandbox, store, strikes);
        }
        killed = strikes.killed();
        stopped = strikes.stopped();
      }
      try (var store = BenchStore.open(data, BenchAgency.NAMESPACE, 3 * talents)) {
        settle(store);
      }
      var reckoning = new Reckoning(get(sandbox + "/timeline.json"));
      written.forEach(
          (id, planned) -> reckoning.add(planned, Objects.requireNonNull(resting.get(id))));
      reckoning.findings().forEach(System.out::println);
      return figures(reckoning, runs, seed)
          .add("posts", written.values().stream().filter(PlannedPost::approved).count())
          .add("killed", (long) killed)
          .add("stopped", (long) stopped)
          .add("seconds", (System.nanoTime() - begin) / 1e9);
    }
  }

  private static Figures figures(Reckoning reckoning, int runs, long seed) {
    var figures = new Figures().add("runs", (long) runs).add("seed", seed);
    for (var name :
        List.of(
            "duplicates", "lost", "unapproved", "misordered", "unknown_shown", "failed_shown")) {
      figures.add(name, reckoning.number(name));
    }
    return figures;
  }

  private void perform(RunPlan plan, String sandbox, BenchStore store, Strikes strikes)
      throws Exception {
    System.out.println(plan);
    var faults = new ArrayList<Map<String, Object>>();
    for (var post : plan.posts()) {
      post.fault()
          .ifPresent(
              kind ->
                  faults.add(
                      Map.of(
                          "network",
                          post.network(),
                          "handle",
                          post.handle(),
                          "kind",
                          kind,
                          "delayMs",
                          post.delayMillis())));
    }
    send(sandbox + "/faults", JSON.writeValueAsString(faults));
    plan.strike().ifPresent(strikes::plan);
    for (var post : plan.posts()) {
      written.put(write(store, post).id(), post);
    }
    Thread.sleep(plan.pauseMillis());
    while (onTheWay(store) > ON_THE_WAY) {
      Thread.sleep(1_000);
    }
  }

  /** PostgreSQL may be recovering just now; what it kept isn't written a second time. */
  private static VariantRow write(BenchStore store, PlannedPost post) throws Exception {
    var end = System.nanoTime() + LONGEST_WRITE.toNanos();
    for (boolean again = false; ; again = true) {
      try {
        var found = again ? store.find(post) : Optional.<VariantRow>empty();
        return found.isPresent() ? found.get() : store.write(post);
      } catch (RuntimeException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        Thread.sleep(500);
      }
    }
  }

  private long onTheWay(BenchStore store) {
    try {
      look(store);
    } catch (RuntimeException e) {
      System.err.println("The database is looked at again later: " + e.getMessage());
    }
    return written.keySet().stream().filter(id -> !rests(id)).count();
  }

  private void look(BenchStore store) {
    var open = written.keySet().stream().filter(id -> !over(id)).toList();
    resting.putAll(store.read(open));
  }

  private boolean over(UUID id) {
    return isNow(id, VariantState.PUBLISHED) || isNow(id, VariantState.FAILED);
  }

  /** True where nothing more has to happen: of unknown ones a person may decide. */
  private boolean rests(UUID id) {
    return over(id) || isNow(id, VariantState.UNKNOWN) || isNow(id, VariantState.AWAITING_APPROVAL);
  }

  private boolean isNow(UUID id, VariantState state) {
    var row = resting.get(id);
    return row != null && row.state() == state;
  }

  /**
   * Waits until all rest, and until those that are unknown have been for long without news. Blocked
   * accounts are connected again, as a person would.
   */
  private void settle(BenchStore store) throws Exception {
    var quietSince = System.nanoTime();
    var before = Map.<UUID, Integer>of();
    while (System.nanoTime() - quietSince < QUIET.toNanos()) {
      store.connectAgain();
      look(store);
      var now = new HashMap<UUID, Integer>();
      resting.forEach((id, row) -> now.put(id, row.version()));
      if (!now.equals(before) || resting.values().stream().anyMatch(FaultsBenchmark::waits)) {
        quietSince = System.nanoTime();
        before = now;
      }
      if (written.entrySet().stream().allMatch(one -> isOver(one.getKey(), one.getValue()))) {
        return;
      }
      Thread.sleep(1_000);
    }
  }

  /** True for one that the network told to come back later. */
  private static boolean waits(VariantRow row) {
    var until = row.notBefore();
    return row.state() == VariantState.APPROVED && until != null && until.isAfter(Instant.now());
  }

  /** Nothing can come of these any more but by a person. */
  private boolean isOver(UUID id, PlannedPost planned) {
    var unreadable = planned.network().equals("linkedin");
    return over(id) || !planned.approved() || (unreadable && isNow(id, VariantState.UNKNOWN));
  }

  private void send(String address, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    var response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() >= 400) {
      throw new IllegalStateException(address + ": " + response.body());
    }
  }

  private JsonNode get(String address) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(address)).build();
    return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }
}
