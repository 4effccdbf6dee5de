package social.greenroom.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FaultIT {
  private static Sandbox sandbox;
  private static Http http;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(SandboxConfig.local());
    http = new Http(sandbox);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @AfterEach
  void calm() {
    http.delete("/faults");
    http.delete("/timeline");
    http.post("/latency", new JsonObject().put("ms", 0));
  }

  private static HttpResponse<String> toot(String handle, String text) throws IOException {
    return http.sendUnguarded(
        "POST",
        "/mastodon/api/v1/statuses",
        BodyPublishers.ofString(new JsonObject().put("status", text).encode()),
        "Authorization",
        "Bearer sandbox-" + handle,
        "Content-Type",
        "application/json");
  }

  private static void fault(String kind) {
    http.fault(new JsonObject().put("kind", kind).put("network", "mastodon").put("delayMs", 300));
  }

  private static List<String> texts() {
    return http.timeline("").stream().map(post -> ((JsonObject) post).getString("text")).toList();
  }

  @Test
  void failBeforeAcceptsNothingAndIsOverAfterOneCall() throws Exception {
    fault("fail_before");
    var failed = toot("nora", "a");
    assertThat(failed.statusCode()).isEqualTo(503);
    assertThat(failed.headers().firstValue("Retry-After")).isPresent();
    assertThat(texts()).isEmpty();
    assertThat(toot("nora", "a").statusCode()).isEqualTo(200);
    assertThat(http.count("mastodon", "publish"))
        .isEqualTo(new JsonObject().put("accepted", 1).put("refused", 1));
  }

  @Test
  void failAfterAcceptKeepsThePostAndDropsTheAnswer() {
    fault("fail_after_accept");
    assertThatThrownBy(() -> toot("nora", "kept")).isInstanceOf(IOException.class);
    assertThat(texts()).containsExactly("kept");
    assertThat(http.count("mastodon", "publish").getInteger("accepted")).isEqualTo(1);
  }

  @Test
  void resetAcceptsNothing() {
    fault("reset");
    assertThatThrownBy(() -> toot("nora", "a"))
        .isInstanceOf(IOException.class)
        .hasRootCauseMessage("Connection reset");
    assertThat(texts()).isEmpty();
  }

  @Test
  void slowAnswersLateButAccepts() throws Exception {
    fault("slow");
    var before = System.nanoTime();
    assertThat(toot("nora", "late").statusCode()).isEqualTo(200);
    assertThat(System.nanoTime() - before).isGreaterThan(290_000_000L);
    assertThat(texts()).containsExactly("late");
  }

  @Test
  void rateLimitTellsWhenToComeBackOrDoesnt() throws Exception {
    fault("rate_limit");
    fault("rate_limit_no_headers");
    var telling = toot("nora", "a");
    assertThat(telling.statusCode()).isEqualTo(429);
    assertThat(Instant.parse(telling.headers().firstValue("X-RateLimit-Reset").orElseThrow()))
        .isAfter(Instant.now());
    var silent = toot("nora", "a");
    assertThat(silent.statusCode()).isEqualTo(429);
    assertThat(silent.headers().firstValue("Retry-After")).isEmpty();
    assertThat(texts()).isEmpty();
  }

  @Test
  void revokedDuplicateTruncateAndWrongSchemaDoWhatTheySay() throws Exception {
    fault("revoked");
    assertThat(toot("nora", "a").statusCode()).isEqualTo(401);
    fault("duplicate");
    assertThat(toot("nora", "a").statusCode()).isEqualTo(422);
    assertThat(texts()).isEmpty();
    fault("truncate");
    toot("nora", "1234567890");
    fault("truncate");
    toot("nora", "1234567890 https://farm.example/a");
    fault("wrong_schema");
    var odd = toot("nora", "whole");
    assertThat(odd.statusCode()).isEqualTo(200);
    assertThat(new JsonObject(odd.body()).containsKey("id")).isFalse();
    assertThat(texts()).containsExactly("12345", "1234567890", "whole");
  }

  @Test
  void aFaultStrikesOnlyItsAccountAndOperationAsOftenAsAsked() throws Exception {
    http.fault(
        new JsonObject()
            .put("kind", "fail_before")
            .put("network", "mastodon")
            .put("handle", "@Nora")
            .put("times", 2));
    assertThat(toot("eve", "a").statusCode()).isEqualTo(200);
    assertThat(
            http.get(
                    "/mastodon/api/v1/accounts/verify_credentials",
                    "Authorization",
                    "Bearer sandbox-nora")
                .statusCode())
        .isEqualTo(200);
    assertThat(toot("nora", "a").statusCode()).isEqualTo(503);
    assertThat(new JsonArray(http.get("/faults").body()).getJsonObject(0).getInteger("times"))
        .isEqualTo(1);
    assertThat(toot("nora", "a").statusCode()).isEqualTo(503);
    assertThat(toot("nora", "a").statusCode()).isEqualTo(200);
  }

  @Test
  void aFaultNobodyKnowsIsRefusedInWords() {
    var refused = http.post("/faults", new JsonObject().put("kind", "explode"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("'kind' must be one of fail_before", "'explode'");
  }

  @Test
  void latencySlowsEveryCall() throws Exception {
    http.post("/latency", new JsonObject().put("ms", 200));
    var before = System.nanoTime();
    toot("nora", "a");
    assertThat(System.nanoTime() - before).isGreaterThan(190_000_000L);
  }
}
