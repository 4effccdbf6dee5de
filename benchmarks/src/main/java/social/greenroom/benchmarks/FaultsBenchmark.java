package social.greenroom.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import social.greenroom.store.post.VariantRow;

/**
 * Posts go out while networks misbehave, processes are killed and stopped, and clocks go wrong, run
 * after run in one Greenroom of separate processes. Then everything settles, and the sandbox is
 * asked what it holds.
 */
final class FaultsBenchmark implements Benchmarks.Benchmark {
  private static final int ON_THE_WAY = 80;
  private static final Duration LONGEST_WRITE = Duration.ofMinutes(3);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Override
  public Figures run() throws Exception {
    return measure(FaultsSettings.given(), Files.createTempDirectory("greenroom-bench-faults"));
  }

  /** Does all runs on a new Greenroom in that folder, and counts. */
  Figures measure(FaultsSettings settings, Path folder) throws Exception {
    var agency = BenchAgency.write(folder.resolve("agency"), settings.talents());
    var data = folder.resolve("data");
    var clocks = WorkerClocks.in(folder.resolve("clocks"));
    var settled = new Settled();
    var begin = System.nanoTime();
    try (var greenroom =
        LocalGreenroom.start(
            data,
            List.of("--split", "--examples", agency.toString()),
            environment(settings, clocks))) {
      var sandbox = greenroom.endpoints().sandbox();
      try (var store = BenchStore.open(data, BenchAgency.NAMESPACE, 3 * settings.talents());
          var strikes = new Strikes(greenroom, clocks, settings.seed())) {
        var started = System.nanoTime();
        for (int run = 0; run < settings.runs(); run++) {
          perform(RunPlan.of(settings, run), sandbox, store, strikes, settled);
        }
        strikes.await();
        var struck = System.nanoTime();
        settled.await(store, settings.quiet(), settings.longest());
        var reckoning = new Reckoning(get(sandbox + "/timeline.json"));
        settled.reckon(reckoning);
        reckoning.findings().forEach(System.out::println);
        return figures(reckoning, settings)
            .add("posts", settled.approved())
            .add("killed", (long) strikes.killed())
            .add("stopped", (long) strikes.stopped())
            .add("clocks_set", (long) strikes.shifted())
            .add("seconds_a_run", (struck - started) / 1e9 / settings.runs())
            .add("settle_s", (System.nanoTime() - struck) / 1e9)
            .add("seconds", (System.nanoTime() - begin) / 1e9);
      }
    }
  }

  private static Map<String, String> environment(FaultsSettings settings, WorkerClocks clocks) {
    var environment = new HashMap<>(clocks.environment());
    environment.put("GREENROOM_ORPHAN_AFTER", settings.orphanAfter().toString());
    environment.put("GREENROOM_OPERATOR_ORPHAN_AFTER", settings.orphanAfter().toString());
    return environment;
  }

  private static Figures figures(Reckoning reckoning, FaultsSettings settings) {
    var figures = new Figures().add("runs", (long) settings.runs()).add("seed", settings.seed());
    for (var name : Reckoning.NAMES) {
      figures.add(name, reckoning.number(name));
    }
    return figures;
  }

  private void perform(
      RunPlan plan, String sandbox, BenchStore store, Strikes strikes, Settled settled)
      throws Exception {
    System.out.println(plan);
    var faults = new ArrayList<Map<String, Object>>();
    for (var post : plan.posts()) {
      post.fault().ifPresent(kind -> faults.add(fault(post, kind)));
    }
    send(sandbox + "/faults", JSON.writeValueAsString(faults));
    plan.strike().ifPresent(strikes::plan);
    plan.clock().ifPresent(strikes::plan);
    for (var post : plan.posts()) {
      settled.add(write(store, post).id(), post);
    }
    Thread.sleep(plan.pauseMillis());
    while (settled.onTheWay(store) > ON_THE_WAY) {
      Thread.sleep(1_000);
    }
  }

  private static Map<String, Object> fault(PlannedPost post, String kind) {
    return Map.of(
        "network",
        post.network(),
        "handle",
        post.handle(),
        "kind",
        kind,
        "delayMs",
        post.delayMillis());
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
