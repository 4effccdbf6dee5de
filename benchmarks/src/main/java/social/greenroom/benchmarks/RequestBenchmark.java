package social.greenroom.benchmarks;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import social.greenroom.crds.reference.ResourceRef;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.request.PostRequestSpec;
import social.greenroom.standalone.up.KubernetesAccess;

/**
 * A PostRequest applied, to its drafts visible over REST; no pictures. The limit is the two calls
 * of the model router that drafting three versions can't do without, made bare, one after the
 * other.
 */
final class RequestBenchmark implements Benchmarks.Benchmark {
  private static final int WARM_UP = 3;
  private static final int RUNS = 20;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  @Override
  public Figures run() throws Exception {
    var data = Files.createTempDirectory("greenroom-bench-request");
    var agency = BenchAgency.write(data.resolve("agency"), 1);
    try (var greenroom =
            LocalGreenroom.start(data.resolve("data"), List.of("--examples", agency.toString()));
        var kubernetes = KubernetesAccess.client(greenroom.endpoints().kubernetes())) {
      var operator =
          greenroom.endpoints().users().stream()
              .filter(user -> user.talent() == null)
              .findFirst()
              .orElseThrow();
      var api = WebApi.signIn(greenroom.endpoints().web(), operator);
      var sample = new Sample();
      var limit = new Sample();
      for (int i = 0; i < WARM_UP + RUNS; i++) {
        var name = "bench-" + i;
        var begin = System.nanoTime();
        apply(kubernetes, name);
        Wait.until("drafts of " + name, LONGEST, () -> drafted(api, name));
        if (i >= WARM_UP) {
          sample.add(Duration.ofNanos(System.nanoTime() - begin));
          limit.time(() -> bareModelCalls(greenroom.endpoints().sandbox()));
        }
      }
      return new Figures()
          .add("p50_ms", sample.medianMillis())
          .add("p95_ms", sample.percentileMillis(95))
          .add("limit_model_calls_p50_ms", limit.medianMillis())
          .add("ratio", sample.medianMillis() / limit.medianMillis());
    }
  }

  private static void apply(KubernetesClient kubernetes, String name) {
    var request = new PostRequest();
    request.setMetadata(
        new ObjectMetaBuilder().withName(name).withNamespace(BenchAgency.NAMESPACE).build());
    request.setSpec(
        new PostRequestSpec(
            new ResourceRef("talent-0"),
            null,
            "The lake froze early; say what it taught you about patience. Number " + name,
            List.of(),
            List.of(),
            null,
            null,
            List.of(),
            null));
    kubernetes.resource(request).create();
  }

  /** All three versions wait for their owner. */
  private static boolean drafted(WebApi api, String name) throws Exception {
    return api.all("/api/v1/variants?state=awaiting_approval&limit=200").stream()
            .filter(variant -> name.equals(variant.at("/post/requestName").asText()))
            .count()
        == 3;
  }

  private static void bareModelCalls(String sandbox) throws Exception {
    var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    for (var model : List.of("sandbox-medium-1", "sandbox-small-1")) {
      var body =
          """
          {"model": "%s", "messages": [{"role": "user", "content": "Write about a frozen lake."}]}
          """
              .formatted(model);
      var request =
          HttpRequest.newBuilder(URI.create(sandbox + "/model/v1/chat/completions"))
              .header("Content-Type", "application/json")
              .header("Authorization", "Bearer sandbox")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException("The model router answered " + response.body());
      }
    }
  }
}
