package social.greenroom.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class XIT {
  private static Sandbox sandbox;
  private static Http http;
  private static McpCaller nora;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(SandboxConfig.local());
    http = new Http(sandbox);
    nora = new McpCaller(sandbox, "x", "sandbox-nora");
  }

  @AfterAll
  static void stop() {
    nora.close();
    sandbox.close();
  }

  @AfterEach
  void empty() {
    http.delete("/timeline");
  }

  private static JsonObject post(String text) {
    return nora.call("TWITTER_CREATION_OF_A_POST", Map.of("text", text));
  }

  private static JsonObject search(String query) {
    return nora.call("TWITTER_RECENT_SEARCH", Map.of("query", query, "max_results", 10))
        .getJsonObject("data");
  }

  @Test
  void ownPostsAreFoundNewestFirst() {
    post("first");
    post("second");
    try (var eve = new McpCaller(sandbox, "x", "sandbox-eve")) {
      eve.call("TWITTER_CREATION_OF_A_POST", Map.of("text", "from somebody else"));
    }
    var found = search("from:nora").getJsonArray("data");
    assertThat(found.size()).isEqualTo(2);
    assertThat(found.getJsonObject(0).getString("text")).isEqualTo("second");
    assertThat(found.getJsonObject(1).getString("text")).isEqualTo("first");
  }

  @Test
  void ownPostsAreFoundByTheUsersNumberToo() {
    post("first");
    var number = search("from:nora").getJsonArray("data").getJsonObject(0).getString("author_id");

    assertThat(search("from:" + number).getJsonArray("data").size()).isEqualTo(1);
  }

  @Test
  void linksComeBackBehindShortOnesAndMarkupEscaped() {
    post("Tea & cake <3 https://example.com/a?b=1&c=2");
    var found = search("from:nora").getJsonArray("data").getJsonObject(0);
    assertThat(found.getString("text")).startsWith("Tea &amp; cake &lt;3 https://t.co/");
    var url = found.getJsonObject("entities").getJsonArray("urls").getJsonObject(0);
    assertThat(url.getString("expanded_url")).isEqualTo("https://example.com/a?b=1&c=2");
    assertThat(found.getString("text")).endsWith(url.getString("url"));
    assertThat(http.timeline("").getJsonObject(0).getString("text"))
        .isEqualTo("Tea & cake <3 https://example.com/a?b=1&c=2");
  }

  @Test
  void aLinkWeighsTwentyThree() {
    var link = "https://example.com/" + "a".repeat(200);
    assertThat(post("x".repeat(256) + " " + link).getBoolean("successful")).isTrue();
    assertThat(post("x".repeat(257) + " " + link).getString("error")).contains("too long: 281");
  }

  @Test
  void emojiAndChineseWeighTwo() {
    assertThat(post("漢".repeat(140)).getBoolean("successful")).isTrue();
    assertThat(post("漢".repeat(140) + "a").getBoolean("successful")).isFalse();
    assertThat(post("👩‍🎨".repeat(140)).getBoolean("successful")).isTrue();
    assertThat(post("👩‍🎨".repeat(141)).getBoolean("successful")).isFalse();
  }

  @Test
  void theSameTextTwiceIsRefused() {
    post("Once");
    assertThat(post("Once").getString("error")).contains("duplicate content");
  }

  @Test
  void aPictureGoesUpAsBase64OrByComposiosFiles() {
    var bytes = Pictures.png(1600, 900);
    var direct =
        nora.call(
            "TWITTER_UPLOAD_MEDIA", Map.of("media", Base64.getEncoder().encodeToString(bytes)));
    var slot =
        new JsonObject(
            http.post(
                    "/api/v3/files/upload/request",
                    new JsonObject().put("filename", "a.png").put("mimetype", "image/png"),
                    "x-api-key",
                    "sandbox-nora")
                .body());
    http.send("PUT", slot.getString("new_presigned_url"), BodyPublishers.ofByteArray(bytes));
    var byFile =
        nora.call(
            "TWITTER_UPLOAD_MEDIA",
            Map.of(
                "media",
                Map.of("name", "a.png", "mimetype", "image/png", "s3key", slot.getString("key"))));
    var ids =
        List.of(
            direct.getJsonObject("data").getString("id"),
            byFile.getJsonObject("data").getString("id"));
    nora.call("TWITTER_CREATION_OF_A_POST", Map.of("text", "Two", "media_media_ids", ids));
    var media = http.timeline("").getJsonObject(0).getJsonArray("media");
    assertThat(media.size()).isEqualTo(2);
    assertThat(media.getJsonObject(1).getInteger("width")).isEqualTo(1600);
  }

  @Test
  void anothersPictureCannotBeUsed() {
    String id;
    try (var eve = new McpCaller(sandbox, "x", "sandbox-eve")) {
      id =
          eve.call(
                  "TWITTER_UPLOAD_MEDIA",
                  Map.of("media", Base64.getEncoder().encodeToString(Pictures.png(9, 9))))
              .getJsonObject("data")
              .getString("id");
    }
    var answer =
        nora.call(
            "TWITTER_CREATION_OF_A_POST", Map.of("text", "Mine?", "media_media_ids", List.of(id)));
    assertThat(answer.getString("error")).contains("media IDs are invalid");
  }

  @Test
  void aThreadIsAChainOfReplies() {
    var root = post("One").getJsonObject("data").getString("id");
    nora.call(
        "TWITTER_CREATION_OF_A_POST", Map.of("text", "Two", "reply_in_reply_to_tweet_id", root));
    assertThat(http.timeline("").getJsonObject(1).getString("replyTo")).isEqualTo(root);
    assertThat(http.get("/timeline/" + root).body()).contains("Two");
  }

  @Test
  void aDeletedPostIsNotFoundAnyMore() {
    var id = post("Gone").getJsonObject("data").getString("id");
    nora.call("TWITTER_POST_DELETE_BY_POST_ID", Map.of("id", id));
    assertThat(search("from:nora").getJsonArray("data").isEmpty()).isTrue();
    assertThat(
            nora.call("TWITTER_POST_LOOKUP_BY_POST_ID", Map.of("id", id))
                .getJsonObject("data")
                .getInteger("status_code"))
        .isEqualTo(404);
  }
}
