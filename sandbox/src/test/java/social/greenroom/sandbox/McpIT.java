package social.greenroom.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.spec.McpSchema;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class McpIT {
  private static final String LINKEDIN = "/mcp/composio/linkedin";
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

  @Test
  void theOfficialClientConnectsListsAndPings() {
    try (var caller = new McpCaller(sandbox, "linkedin", "sandbox-nora")) {
      var hello = caller.client().initialize();
      assertThat(hello.protocolVersion()).isEqualTo("2025-11-25");
      assertThat(hello.serverInfo().name()).isEqualTo("composio-sandbox");
      caller.client().ping();
      assertThat(caller.client().listTools().tools())
          .extracting(McpSchema.Tool::name)
          .containsExactlyInAnyOrder(
              "LINKEDIN_GET_MY_INFO",
              "LINKEDIN_CREATE_LINKED_IN_POST",
              "LINKEDIN_CREATE_ARTICLE_OR_URL_SHARE",
              "LINKEDIN_CREATE_COMMENT_ON_POST",
              "LINKEDIN_DELETE_LINKED_IN_POST",
              "LINKEDIN_REGISTER_IMAGE_UPLOAD",
              "LINKEDIN_GET_POST_CONTENT",
              "LINKEDIN_LIST_REACTIONS",
              "LINKEDIN_GET_SHARE_STATS");
    }
  }

  @Test
  void theToolsForXAreComposios() {
    try (var caller = new McpCaller(sandbox, "x", "sandbox-nora")) {
      caller.client().initialize();
      assertThat(caller.client().listTools().tools())
          .extracting(McpSchema.Tool::name)
          .containsExactlyInAnyOrder(
              "TWITTER_USER_LOOKUP_ME",
              "TWITTER_CREATION_OF_A_POST",
              "TWITTER_POST_DELETE_BY_POST_ID",
              "TWITTER_POST_LOOKUP_BY_POST_ID",
              "TWITTER_RECENT_SEARCH",
              "TWITTER_UPLOAD_MEDIA",
              "TWITTER_UPLOAD_LARGE_MEDIA",
              "TWITTER_USER_LIKE_POST",
              "TWITTER_RETWEET_POST",
              "TWITTER_SEND_A_NEW_MESSAGE_TO_A_USER");
    }
  }

  @Test
  void aKeyOfAnotherKindIsRefused() {
    try (var caller = new McpCaller(sandbox, "linkedin", "ak_live_123")) {
      assertThatThrownBy(() -> caller.client().initialize()).isInstanceOf(RuntimeException.class);
    }
    assertThat(
            http.post(LINKEDIN, request(1, "initialize"), "x-api-key", "ak_live_123").statusCode())
        .isEqualTo(401);
  }

  @Test
  void aRevokedKeyIsRefusedUntilItIsReinstated() {
    var key = "sandbox-revoked";
    http.post("/revocations", new JsonObject().put("key", key));
    assertThat(http.post(LINKEDIN, request(1, "initialize"), "x-api-key", key).statusCode())
        .isEqualTo(401);
    http.delete("/revocations");
    assertThat(http.post(LINKEDIN, request(1, "initialize"), "x-api-key", key).statusCode())
        .isEqualTo(200);
  }

  @Test
  void anUnknownVersionIsAnsweredWithTheNewest() {
    var hello = request(7, "initialize");
    hello.put("params", new JsonObject().put("protocolVersion", "1999-01-01"));
    var answer = new JsonObject(http.post(LINKEDIN, hello, "x-api-key", "sandbox-nora").body());
    assertThat(answer.getInteger("id")).isEqualTo(7);
    assertThat(answer.getJsonObject("result").getString("protocolVersion")).isEqualTo("2025-11-25");
  }

  @Test
  void aRequestWithoutItsSessionIsRefused() {
    var list = request(1, "tools/list");
    assertThat(http.post(LINKEDIN, list, "x-api-key", "sandbox-nora").statusCode()).isEqualTo(400);
    assertThat(
            http.post(LINKEDIN, list, "x-api-key", "sandbox-nora", "Mcp-Session-Id", "gone")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void aSessionBelongsToTheAccountThatOpenedIt() {
    var session = open("sandbox-nora");
    assertThat(
            http.post(
                    LINKEDIN,
                    request(2, "tools/list"),
                    "x-api-key",
                    "sandbox-eve",
                    "Mcp-Session-Id",
                    session)
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void aClosedSessionIsGone() {
    var session = open("sandbox-nora");
    http.delete(LINKEDIN, "x-api-key", "sandbox-nora", "Mcp-Session-Id", session);
    assertThat(
            http.post(
                    LINKEDIN,
                    request(2, "ping"),
                    "x-api-key",
                    "sandbox-nora",
                    "Mcp-Session-Id",
                    session)
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void anUnknownMethodAndAnUnknownToolAreErrorsOfTheProtocol() {
    var session = open("sandbox-nora");
    var headers = new String[] {"x-api-key", "sandbox-nora", "Mcp-Session-Id", session};
    var method = new JsonObject(http.post(LINKEDIN, request(2, "prompts/list"), headers).body());
    assertThat(method.getJsonObject("error").getInteger("code")).isEqualTo(-32601);
    var call =
        request(3, "tools/call").put("params", new JsonObject().put("name", "LINKEDIN_LIST_POSTS"));
    var tool = new JsonObject(http.post(LINKEDIN, call, headers).body());
    assertThat(tool.getJsonObject("error").getInteger("code")).isEqualTo(-32602);
  }

  @Test
  void argumentsThatDontFitTheSchemaAreRefusedInWords() {
    try (var caller = new McpCaller(sandbox, "linkedin", "sandbox-nora")) {
      var answer = caller.call("LINKEDIN_CREATE_LINKED_IN_POST", Map.of("text", "hello"));
      assertThat(answer.getBoolean("successful")).isFalse();
      assertThat(answer.getString("error")).contains("'author'", "'commentary'", "'text'");
    }
  }

  @Test
  void aPageOfAnotherOriginIsRefusedAndThereIsNoEventStream() {
    var key = "sandbox-nora";
    assertThat(
            http.post(
                    LINKEDIN,
                    request(1, "initialize"),
                    "x-api-key",
                    key,
                    "Origin",
                    "https://evil.example")
                .statusCode())
        .isEqualTo(403);
    assertThat(http.get(LINKEDIN, "x-api-key", key).statusCode()).isEqualTo(405);
  }

  private static String open(String key) {
    return http.post(LINKEDIN, request(1, "initialize"), "x-api-key", key)
        .headers()
        .firstValue("Mcp-Session-Id")
        .orElseThrow();
  }

  private static JsonObject request(int id, String method) {
    return new JsonObject().put("jsonrpc", "2.0").put("id", id).put("method", method);
  }
}
