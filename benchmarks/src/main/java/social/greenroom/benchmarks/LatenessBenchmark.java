package social.greenroom.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Posts that are all due in the same second, one per account: how late the sandbox takes each, by
 * its own clock. The limit is the same HTTP calls by a bare loop, with as many at once as the
 * sender has.
 */
final class LatenessBenchmark implements Benchmarks.Benchmark {
  private static final int ANSWER_MILLIS = 50;
  private static final int WRITTEN_PER_SECOND = 40;
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();

  @Override
  public Figures run() throws Exception {
    var posts = Integer.getInteger("bench.posts", 1_000);
    var parallel = Integer.getInteger("bench.parallel", 16);
    var folder = Files.createTempDirectory("greenroom-bench-lateness");
    var agency = BenchAgency.write(folder.resolve("agency"), posts, Set.of("mastodon"));
    var data = folder.resolve("data");
    try (var greenroom =
            LocalGreenroom.start(data, List.of("--split", "--examples", agency.toString()));
        var store = BenchStore.open(data, BenchAgency.NAMESPACE, posts)) {
      var sandbox = greenroom.endpoints().sandbox();
      post(sandbox + "/latency", "{\"ms\":%d}".formatted(ANSWER_MILLIS), "", "");
      var due = Instant.now().plusSeconds(20 + posts / WRITTEN_PER_SECOND).plusSeconds(1);
      Parallel.seconds(posts, LONGEST, i -> store.write(planned(i), due));
      if (Instant.now().isAfter(due)) {
        throw new IllegalStateException("The posts weren't written before they were due.");
      }
      var timeline = sandbox + "/timeline.json";
      Wait.until("out", LONGEST, () -> paced() && get(timeline).size() >= posts);
      var late = new Sample();
      var last = due;
      for (var post : get(timeline)) {
        var at = Instant.parse(post.get("at").asText());
        late.add(Duration.between(due, at));
        last = at.isAfter(last) ? at : last;
      }
      var perSecond = posts / (Duration.between(due, last).toMillis() / 1000.0);
      var bare = posts / bare(sandbox, posts, parallel);
      return new Figures()
          .add("posts", (long) posts)
          .add("p50_ms", late.percentileMillis(50))
          .add("p99_ms", late.percentileMillis(99))
          .add("max_ms", late.percentileMillis(100))
          .add("per_s", perSecond)
          .add("limit_per_s", bare)
          .add("ratio", perSecond / bare);
    }
  }

  private static PlannedPost planned(int i) {
    return new PlannedPost(i, 0, i, "mastodon", 1, Optional.empty(), 0, true);
  }

  /** The calls that publishing makes, and nothing else; returns the seconds they took. */
  private double bare(String sandbox, int posts, int parallel) throws Exception {
    return Parallel.seconds(
        posts,
        parallel,
        LONGEST,
        i -> {
          var token = "sandbox-bench" + i;
          try {
            send(
                HttpRequest.newBuilder(
                        URI.create(sandbox + "/mastodon/api/v1/accounts/verify_credentials"))
                    .header("Authorization", "Bearer " + token)
                    .build());
            post(
                sandbox + "/mastodon/api/v1/statuses",
                "{\"status\":\"A bare call, number %d\"}".formatted(i),
                token,
                UUID.randomUUID().toString());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** A look costs the sandbox something: two in a second are enough. */
  private static boolean paced() throws InterruptedException {
    Thread.sleep(500);
    return true;
  }

  private void post(String address, String body, String token, String key)
      throws IOException, InterruptedException {
    send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private JsonNode get(String address) throws Exception {
    return JSON.readTree(send(HttpRequest.newBuilder(URI.create(address)).build()));
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    var response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() >= 400) {
      throw new IOException("%s: %s".formatted(request.uri(), response.body()));
    }
    return response.body();
  }
}
