package social.greenroom.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MastodonIT {
  private static final String BACK = "http://127.0.0.1:9/callback";
  private static final String[] NORA = {"Authorization", "Bearer sandbox-nora"};
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
  void empty() {
    http.delete("/timeline");
  }

  @Test
  void consentWithPkceGivesTokensThatWork() throws Exception {
    var app = register();
    var verifier = "a-verifier-that-is-long-enough-for-the-rules-of-pkce";
    var consent = http.get(authorize(app, verifier));
    assertThat(consent.body()).contains("Greenroom &lt;test&gt;", "name=\"handle\"");
    var code = approve(app, verifier);
    assertThat(exchange(app, code, "wrong").statusCode()).isEqualTo(400);
    assertThat(exchange(app, code, verifier).statusCode())
        .as("a code that was tried is spent")
        .isEqualTo(400);
    var tokens = new JsonObject(exchange(app, approve(app, verifier), verifier).body());
    var bearer = "Bearer " + tokens.getString("access_token");
    var me = http.get("/mastodon/api/v1/accounts/verify_credentials", "Authorization", bearer);
    assertThat(new JsonObject(me.body()).getString("acct")).isEqualTo("nora");
  }

  @Test
  void aRefreshTokenIsGoodOnceAndItsReplayEndsTheFamily() throws Exception {
    var app = register();
    var first = new JsonObject(exchange(app, approve(app, "v".repeat(50)), "v".repeat(50)).body());
    var second = refresh(app, first.getString("refresh_token"));
    assertThat(second.statusCode()).isEqualTo(200);
    var renewed = "Bearer " + new JsonObject(second.body()).getString("access_token");
    assertThat(me(renewed)).isEqualTo(200);
    assertThat(refresh(app, first.getString("refresh_token")).statusCode()).isEqualTo(400);
    assertThat(me(renewed)).isEqualTo(401);
  }

  @Test
  void aRevokedTokenOpensNothing() throws Exception {
    var app = register();
    var tokens = new JsonObject(exchange(app, approve(app, "v".repeat(50)), "v".repeat(50)).body());
    var bearer = "Bearer " + tokens.getString("access_token");
    http.form(
        "/mastodon/oauth/revoke",
        Map.of(
            "client_id", app.getString("client_id"),
            "client_secret", app.getString("client_secret"),
            "token", tokens.getString("access_token")));
    assertThat(me(bearer)).isEqualTo(401);
  }

  @Test
  void aRefusalAndAForeignRedirectGiveNoCode() {
    var app = register();
    var refused =
        http.form(
            "/mastodon/oauth/authorize",
            Map.of(
                "client_id", app.getString("client_id"), "redirect_uri", BACK, "decision", "deny"));
    assertThat(refused.headers().firstValue("Location")).contains(BACK + "?error=access_denied");
    var foreign =
        http.form(
            "/mastodon/oauth/authorize",
            Map.of(
                "client_id", app.getString("client_id"),
                "redirect_uri", "https://evil.example/",
                "decision", "approve",
                "handle", "nora"));
    assertThat(foreign.statusCode()).isEqualTo(400);
  }

  @Test
  void aTokenWithoutTheScopeMayNotPost() throws Exception {
    var app = register();
    var tokens =
        new JsonObject(
            http.form(
                    "/mastodon/oauth/token",
                    Map.of(
                        "grant_type", "client_credentials",
                        "client_id", app.getString("client_id"),
                        "client_secret", app.getString("client_secret")))
                .body());
    var answer =
        http.form(
            "/mastodon/api/v1/statuses",
            Map.of("status", "hello"),
            "Authorization",
            "Bearer " + tokens.getString("access_token"));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(http.timeline("").isEmpty()).isTrue();
  }

  @Test
  void anIdempotencyKeyPostsOnce() {
    var key = UUID.randomUUID().toString();
    var first = status("Once only", "Idempotency-Key", key);
    var second = status("Once only", "Idempotency-Key", key);
    assertThat(second.getString("id")).isEqualTo(first.getString("id"));
    assertThat(http.timeline("?network=mastodon").size()).isEqualTo(1);
    assertThat(http.count("mastodon", "publish"))
        .isEqualTo(new JsonObject().put("accepted", 1).put("refused", 1));
    status("Once only", "Idempotency-Key", UUID.randomUUID().toString());
    assertThat(http.timeline("?network=mastodon").size()).isEqualTo(2);
  }

  @Test
  void ownStatusesAreListedNewestFirstAsHtml() {
    status("One");
    status("Two & three <b>\nhttps://example.com/x #Craft");
    var id =
        new JsonObject(http.get("/mastodon/api/v1/accounts/verify_credentials", NORA).body())
            .getString("id");
    var list =
        new JsonArray(
            http.get("/mastodon/api/v1/accounts/" + id + "/statuses?limit=5", NORA).body());
    assertThat(list.size()).isEqualTo(2);
    assertThat(list.getJsonObject(1).getString("content")).isEqualTo("<p>One</p>");
    assertThat(list.getJsonObject(0).getString("content"))
        .startsWith("<p>Two &amp; three &lt;b&gt;<br />")
        .contains("href=\"https://example.com/x\"", "#<span>Craft</span>");
  }

  @Test
  void fiveHundredCharactersAreTheLimitAndALinkCountsTwentyThree() {
    var link = "https://example.com/" + "a".repeat(300);
    assertThat(post("x".repeat(476) + " " + link).statusCode()).isEqualTo(200);
    assertThat(post("x".repeat(477) + " " + link).statusCode()).isEqualTo(422);
  }

  @Test
  void aPictureIsUploadedDescribedAndShown() throws Exception {
    var uploaded = upload(Pictures.png(1600, 900), "A kiln by the harbour");
    assertThat(uploaded.statusCode()).isEqualTo(200);
    var id = new JsonObject(uploaded.body()).getString("id");
    var answer =
        http.post(
            "/mastodon/api/v1/statuses",
            new JsonObject().put("status", "Look").put("media_ids", new JsonArray().add(id)),
            NORA);
    assertThat(answer.statusCode()).isEqualTo(200);
    var media = http.timeline("").getJsonObject(0).getJsonArray("media").getJsonObject(0);
    assertThat(media.getInteger("width")).isEqualTo(1600);
    assertThat(media.getString("alt")).isEqualTo("A kiln by the harbour");
  }

  @Test
  void aVideoIsReadyOnlyAfterItWasProcessed() throws Exception {
    var head = "\0\0\0\u0020ftypisom".getBytes(StandardCharsets.ISO_8859_1);
    var uploaded = upload(head, "");
    assertThat(uploaded.statusCode()).isEqualTo(202);
    var id = new JsonObject(uploaded.body()).getString("id");
    var body = new JsonObject().put("status", "Film").put("media_ids", new JsonArray().add(id));
    assertThat(http.post("/mastodon/api/v1/statuses", body, NORA).statusCode()).isEqualTo(422);
    assertThat(http.get("/mastodon/api/v1/media/" + id, NORA).statusCode()).isEqualTo(206);
    assertThat(http.get("/mastodon/api/v1/media/" + id, NORA).statusCode()).isEqualTo(200);
    assertThat(http.post("/mastodon/api/v1/statuses", body, NORA).statusCode()).isEqualTo(200);
  }

  @Test
  void theInstanceTellsItsLimitsAndEveryAnswerTheRate() {
    var instance = new JsonObject(http.get("/mastodon/api/v2/instance").body());
    assertThat(
            instance
                .getJsonObject("configuration")
                .getJsonObject("statuses")
                .getInteger("max_characters"))
        .isEqualTo(500);
    var headers = http.get("/mastodon/api/v1/accounts/verify_credentials", NORA).headers();
    assertThat(headers.firstValue("X-RateLimit-Limit")).isPresent();
    assertThat(headers.firstValue("X-RateLimit-Reset")).isPresent();
  }

  @Test
  void aStatusIsReadAndDeleted() {
    var id = status("Soon gone").getString("id");
    assertThat(http.get("/mastodon/api/v1/statuses/" + id, NORA).statusCode()).isEqualTo(200);
    var eve = new String[] {"Authorization", "Bearer sandbox-eve"};
    assertThat(http.delete("/mastodon/api/v1/statuses/" + id, eve).statusCode()).isEqualTo(404);
    assertThat(http.delete("/mastodon/api/v1/statuses/" + id, NORA).statusCode()).isEqualTo(200);
    assertThat(http.get("/mastodon/api/v1/statuses/" + id, NORA).statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> post(String text, String... headers) {
    var all = new String[headers.length + 2];
    System.arraycopy(NORA, 0, all, 0, 2);
    System.arraycopy(headers, 0, all, 2, headers.length);
    return http.form("/mastodon/api/v1/statuses", Map.of("status", text), all);
  }

  private static JsonObject status(String text, String... headers) {
    return new JsonObject(post(text, headers).body());
  }

  private static int me(String bearer) {
    return http.get("/mastodon/api/v1/accounts/verify_credentials", "Authorization", bearer)
        .statusCode();
  }

  private static JsonObject register() {
    return new JsonObject(
        http.form(
                "/mastodon/api/v1/apps",
                Map.of(
                    "client_name", "Greenroom <test>",
                    "redirect_uris", BACK,
                    "scopes", "read write:statuses write:media"))
            .body());
  }

  private static String challenge(String verifier) throws Exception {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8)));
  }

  private static String authorize(JsonObject app, String verifier) throws Exception {
    return "/mastodon/oauth/authorize?response_type=code&client_id="
        + app.getString("client_id")
        + "&redirect_uri="
        + Http.encode(BACK)
        + "&scope="
        + Http.encode("read write:statuses")
        + "&code_challenge_method=S256&code_challenge="
        + challenge(verifier);
  }

  private static String approve(JsonObject app, String verifier) throws Exception {
    var answer =
        http.form(
            "/mastodon/oauth/authorize",
            Map.of(
                "client_id", app.getString("client_id"),
                "redirect_uri", BACK,
                "scope", "read write:statuses",
                "state", "s&1",
                "code_challenge", challenge(verifier),
                "code_challenge_method", "S256",
                "decision", "approve",
                "handle", "nora"));
    var location = answer.headers().firstValue("Location").orElseThrow();
    var match = Pattern.compile("\\?code=([\\w-]+)&state=s%261$").matcher(location);
    assertThat(match.find()).as(location).isTrue();
    return match.group(1);
  }

  private static HttpResponse<String> exchange(JsonObject app, String code, String verifier) {
    return http.form(
        "/mastodon/oauth/token",
        Map.of(
            "grant_type",
            "authorization_code",
            "client_id",
            app.getString("client_id"),
            "client_secret",
            app.getString("client_secret"),
            "redirect_uri",
            BACK,
            "code",
            code,
            "code_verifier",
            verifier));
  }

  private static HttpResponse<String> refresh(JsonObject app, String token) {
    return http.form(
        "/mastodon/oauth/token",
        Map.of(
            "grant_type",
            "refresh_token",
            "client_id",
            app.getString("client_id"),
            "client_secret",
            app.getString("client_secret"),
            "refresh_token",
            token));
  }

  private static HttpResponse<String> upload(byte[] bytes, String description) throws Exception {
    var body = new ByteArrayOutputStream();
    var start =
        "--b\r\nContent-Disposition: form-data; name=\"description\"\r\n\r\n"
            + description
            + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n";
    body.write(start.getBytes(StandardCharsets.UTF_8));
    body.write(bytes);
    body.write("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
    return http.send(
        "POST",
        "/mastodon/api/v2/media",
        BodyPublishers.ofByteArray(body.toByteArray()),
        "Authorization",
        "Bearer sandbox-nora",
        "Content-Type",
        "multipart/form-data; boundary=b");
  }
}
