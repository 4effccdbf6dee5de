package social.greenroom.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillIT {
  private static final Pattern ADDRESS = Pattern.compile("Sandbox on (http://\\S+)");
  @TempDir Path state;

  @Test
  void whatWasAnsweredSurvivesAKill() throws Exception {
    var key = UUID.randomUUID().toString();
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Sandbox.class.getName(),
                "--port",
                "0",
                "--state",
                state.toString())
            .redirectErrorStream(true)
            .start();
    String id;
    try (var output = process.inputReader()) {
      var address =
          output.lines().map(ADDRESS::matcher).filter(m -> m.find()).findFirst().orElseThrow();
      id = toot(address.group(1), key);
    } finally {
      process.destroyForcibly();
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
    Files.writeString(
        state.resolve("journal.jsonl"), "{\"type\":\"post\",\"id\":\"9", StandardOpenOption.APPEND);

    try (var again = Sandbox.start(SandboxConfig.local().withStateDir(state))) {
      var http = new Http(again);
      assertThat(http.timeline("").size()).isEqualTo(1);
      assertThat(http.timeline("").getJsonObject(0).getString("id")).isEqualTo(id);
      assertThat(http.count("mastodon", "publish").getInteger("accepted")).isEqualTo(1);
      assertThat(toot(again.baseUrl(), key)).as("the idempotency key is remembered").isEqualTo(id);
      assertThat(http.timeline("").size()).isEqualTo(1);
    }
    try (var third = Sandbox.start(SandboxConfig.local().withStateDir(state))) {
      var http = new Http(third);
      assertThat(http.count("mastodon", "publish"))
          .as("the torn last line did no harm")
          .isEqualTo(new JsonObject().put("accepted", 1).put("refused", 1));
    }
  }

  private static String toot(String baseUrl, String key) {
    var answer =
        new Http(baseUrl)
            .post(
                "/mastodon/api/v1/statuses",
                new JsonObject().put("status", "Kept"),
                "Authorization",
                "Bearer sandbox-nora",
                "Idempotency-Key",
                key);
    return new JsonObject(answer.body()).getString("id");
  }
}
