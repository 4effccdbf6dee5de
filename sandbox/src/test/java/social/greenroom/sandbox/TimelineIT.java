package social.greenroom.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TimelineIT {
  private static Sandbox sandbox;
  private static Http http;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(SandboxConfig.local());
    http = new Http(sandbox);
    toot("nora", "From Nora <script>alert('x')</script>");
    toot("eve", "From Eve");
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  private static void toot(String handle, String text) {
    http.post(
        "/mastodon/api/v1/statuses",
        new JsonObject().put("status", text),
        "Authorization",
        "Bearer sandbox-" + handle);
  }

  @Test
  void thePageSaysWhereOneIsAndEscapesWhatItShows() {
    var page = http.get("/timeline");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Sandbox — nothing here leaves this machine")
        .contains("From Nora &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")
        .doesNotContain("<script")
        .contains("From Eve")
        .contains("name=\"viewport\"", "prefers-color-scheme:dark");
    assertThat(page.body().indexOf("From Eve")).isLessThan(page.body().indexOf("From Nora"));
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'");
  }

  @Test
  void thePageAndTheJsonAreFilteredByNetworkAndHandle() {
    assertThat(http.get("/timeline?handle=@Eve").body())
        .contains("From Eve")
        .doesNotContain("From Nora");
    assertThat(http.get("/timeline?network=x").body()).contains("Nothing has gone out here yet");
    assertThat(http.timeline("?network=mastodon&handle=nora").size()).isEqualTo(1);
    assertThat(http.timeline("?network=linkedin").isEmpty()).isTrue();
    assertThat(http.timeline("").getJsonObject(1).getString("handle")).isEqualTo("eve");
  }

  @Test
  void aPostHasAPageOfItsOwn() {
    var url = http.timeline("?handle=eve").getJsonObject(0).getString("url");
    assertThat(http.get(url).body()).contains("Post by eve", "From Eve");
    assertThat(http.get("/timeline/1").statusCode()).isEqualTo(404);
  }

  @Test
  void aHandleFilterCannotBreakOutOfThePage() {
    assertThat(http.get("/timeline?handle=%22%3E%3Cscript%3E").body()).doesNotContain("<script");
  }
}
