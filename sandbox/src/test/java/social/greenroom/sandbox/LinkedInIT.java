package social.greenroom.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LinkedInIT {
  private static final String NORA = "urn:li:person:nora";
  private static Sandbox sandbox;
  private static Http http;
  private static McpCaller nora;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(SandboxConfig.local());
    http = new Http(sandbox);
    nora = new McpCaller(sandbox, "linkedin", "sandbox-nora");
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
    return nora.call(
        "LINKEDIN_CREATE_LINKED_IN_POST",
        Map.of("author", NORA, "commentary", text, "visibility", "PUBLIC"));
  }

  @Test
  void aPostAppearsOnTheTimelineAndCanBeReadByItsUrnOnly() {
    var answer = post("Hello, network");
    assertThat(answer.getBoolean("successful")).isTrue();
    var data = answer.getJsonObject("data");
    var shown = http.timeline("?network=linkedin&handle=nora");
    assertThat(shown.size()).isEqualTo(1);
    assertThat(shown.getJsonObject(0).getString("text")).isEqualTo("Hello, network");
    assertThat(shown.getJsonObject(0).getString("url")).isEqualTo(data.getString("url"));
    assertThat(data.getString("share_id"))
        .isEqualTo("urn:li:share:" + shown.getJsonObject(0).getString("id"));
    var read =
        nora.call("LINKEDIN_GET_POST_CONTENT", Map.of("post_id", data.getString("share_id")));
    assertThat(read.getJsonObject("data").getString("commentary")).isEqualTo("Hello, network");
  }

  @Test
  void whoAmITellsTheMembersUrn() {
    var me = nora.call("LINKEDIN_GET_MY_INFO", Map.of());
    assertThat(me.getJsonObject("data").getString("author_id")).isEqualTo(NORA);
  }

  @Test
  void escapedReservedCharactersAreStoredPlain() {
    post("Five \\(5\\) seats \\#left \\@harbour");
    assertThat(http.timeline("").getJsonObject(0).getString("text"))
        .isEqualTo("Five (5) seats #left @harbour");
  }

  @Test
  void theSameTextTwiceIsADuplicateNamingTheFirst() {
    var first = post("Once").getJsonObject("data").getString("share_id");
    var second = post("Once");
    assertThat(second.getBoolean("successful")).isFalse();
    assertThat(second.getJsonObject("data").getInteger("status_code")).isEqualTo(422);
    assertThat(second.getString("error")).contains("DUPLICATE_POST", first);
    assertThat(http.timeline("").size()).isEqualTo(1);
    assertThat(http.count("linkedin", "publish"))
        .isEqualTo(new JsonObject().put("accepted", 1).put("refused", 1));
  }

  @Test
  void threeThousandCharactersAreTheLimit() {
    assertThat(post("x".repeat(3000)).getBoolean("successful")).isTrue();
    assertThat(post("y".repeat(3001)).getString("error")).contains("3000 characters");
    assertThat(http.timeline("").size()).isEqualTo(1);
  }

  @Test
  void nobodyPostsAsSomebodyElse() {
    var answer =
        nora.call(
            "LINKEDIN_CREATE_LINKED_IN_POST",
            Map.of("author", "urn:li:person:eve", "commentary", "I am Eve"));
    assertThat(answer.getJsonObject("data").getInteger("status_code")).isEqualTo(403);
    assertThat(http.timeline("").isEmpty()).isTrue();
  }

  @Test
  void aPictureIsRegisteredSentAndShown() {
    var slot =
        nora.call("LINKEDIN_REGISTER_IMAGE_UPLOAD", Map.of("owner_urn", NORA))
            .getJsonObject("data");
    var images = List.of(Map.of("id", slot.getString("image"), "altText", "A kiln"));
    var arguments = Map.<String, Object>of("author", NORA, "commentary", "Look", "images", images);
    assertThat(nora.call("LINKEDIN_CREATE_LINKED_IN_POST", arguments).getBoolean("successful"))
        .as("before the bytes are there")
        .isFalse();
    var put =
        http.send(
            "PUT",
            slot.getString("upload_url"),
            BodyPublishers.ofByteArray(Pictures.png(1200, 627)),
            "Content-Type",
            "image/png");
    assertThat(put.statusCode()).isEqualTo(201);
    assertThat(nora.call("LINKEDIN_CREATE_LINKED_IN_POST", arguments).getBoolean("successful"))
        .isTrue();
    var media = http.timeline("").getJsonObject(0).getJsonArray("media").getJsonObject(0);
    assertThat(media.getInteger("width")).isEqualTo(1200);
    assertThat(media.getInteger("height")).isEqualTo(627);
    assertThat(media.getString("mediaType")).isEqualTo("image/png");
    assertThat(http.get(media.getString("url")).headers().firstValue("Content-Type"))
        .contains("image/png");
  }

  @Test
  void whatIsNoPictureIsNotTaken() {
    var slot =
        nora.call("LINKEDIN_REGISTER_IMAGE_UPLOAD", Map.of("owner_urn", NORA))
            .getJsonObject("data");
    var put =
        http.send("PUT", slot.getString("upload_url"), BodyPublishers.ofString("<svg onload=x>"));
    assertThat(put.statusCode()).isEqualTo(415);
  }

  @Test
  void aPostIsDeletedByItsAuthorOnly() {
    var id = post("Soon gone").getJsonObject("data").getString("share_id");
    try (var eve = new McpCaller(sandbox, "linkedin", "sandbox-eve")) {
      assertThat(
              eve.call("LINKEDIN_DELETE_LINKED_IN_POST", Map.of("share_id", id))
                  .getBoolean("successful"))
          .isFalse();
    }
    assertThat(
            nora.call("LINKEDIN_DELETE_LINKED_IN_POST", Map.of("share_id", id))
                .getBoolean("successful"))
        .isTrue();
    assertThat(http.timeline("").isEmpty()).isTrue();
    assertThat(
            nora.call("LINKEDIN_GET_POST_CONTENT", Map.of("post_id", id))
                .getJsonObject("data")
                .getInteger("status_code"))
        .isEqualTo(404);
  }

  @Test
  void aLinkIsSharedWithItsComment() {
    nora.call(
        "LINKEDIN_CREATE_ARTICLE_OR_URL_SHARE",
        Map.of("author", NORA, "url", "https://example.com/a", "commentary", "Worth reading"));
    assertThat(http.timeline("").getJsonObject(0).getString("text"))
        .isEqualTo("Worth reading\n\nhttps://example.com/a");
  }
}
