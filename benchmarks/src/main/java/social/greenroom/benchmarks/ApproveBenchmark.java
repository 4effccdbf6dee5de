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
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Approved for now, to accepted by the sandbox network, one post after the other. The limit is the
 * approval's own REST call: nothing goes out before it has been answered.
 */
final class ApproveBenchmark implements Benchmarks.Benchmark {
  private static final int TALENTS = 10;
  private static final int WARM_UP = 10;
  private static final int RUNS = 500;
  private static final int PER_REQUEST = 3;
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Figures run() throws Exception {
    var data = Files.createTempDirectory("greenroom-bench-approve");
    var agency = BenchAgency.write(data.resolve("agency"), TALENTS);
    try (var greenroom =
        LocalGreenroom.start(data.resolve("data"), List.of("--examples", agency.toString()))) {
      var endpoints = greenroom.endpoints();
      var owners = new ArrayList<WebApi>();
      for (var user : endpoints.users()) {
        if (user.talent() != null) {
          owners.add(WebApi.signIn(endpoints.web(), user));
        }
      }
      var total = new Sample();
      var limit = new Sample();
      int measured = 0;
      for (int round = 0; measured < WARM_UP + RUNS; round++) {
        var owner = owners.get(round % owners.size());
        for (var variant : draft(owner)) {
          if (measured < WARM_UP + RUNS) {
            approve(owner, endpoints.sandbox(), variant, total, limit, measured >= WARM_UP);
            measured++;
          }
        }
      }
      return new Figures()
          .add("posts", (long) RUNS)
          .add("p50_ms", total.percentileMillis(50))
          .add("p99_ms", total.percentileMillis(99))
          .add("max_ms", total.percentileMillis(100))
          .add("limit_approval_call_p50_ms", limit.percentileMillis(50))
          .add("limit_approval_call_p99_ms", limit.percentileMillis(99))
          .add("ratio", total.percentileMillis(99) / limit.percentileMillis(99));
    }
  }

  /** Asks for a post and waits for its versions. */
  private static List<JsonNode> draft(WebApi owner) throws Exception {
    var talent = owner.all("/api/v1/talents?limit=1").get(0).get("id").asText();
    var body = new HashMap<String, Object>();
    body.put("talentId", talent);
    body.put("text", "What the lake taught me about weather, take " + UUID.randomUUID());
    body.put("accountIds", List.of());
    body.put("attachments", List.of());
    owner.ask(body);
    var waiting = "/api/v1/variants?state=awaiting_approval&limit=200";
    Wait.until("drafts", LONGEST, () -> owner.all(waiting).size() >= PER_REQUEST);
    return owner.all(waiting);
  }

  private static void approve(
      WebApi owner, String sandbox, JsonNode variant, Sample total, Sample limit, boolean counts)
      throws Exception {
    var id = variant.get("id").asText();
    var approval = Map.of("contentHash", variant.get("contentHash").asText(), "publishAt", "now");
    var network = variant.at("/account/platform").asText();
    var handle = variant.at("/account/handle").asText();
    var before = timeline(sandbox, network, handle).size();
    var begin = Instant.now();
    owner.post("/api/v1/variants/" + id + "/approval", approval);
    var answered = Instant.now();
    Wait.until("post of " + id, LONGEST, () -> timeline(sandbox, network, handle).size() > before);
    var posts = timeline(sandbox, network, handle);
    var accepted = Instant.parse(posts.get(posts.size() - 1).get("at").asText());
    if (counts) {
      total.add(Duration.between(begin, accepted));
      limit.add(Duration.between(begin, answered));
    }
  }

  private static JsonNode timeline(String sandbox, String network, String handle) throws Exception {
    var address = "%s/timeline.json?network=%s&handle=%s".formatted(sandbox, network, handle);
    var response =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build()
            .send(
                HttpRequest.newBuilder(URI.create(address)).build(),
                HttpResponse.BodyHandlers.ofString());
    return JSON.readTree(response.body());
  }
}
