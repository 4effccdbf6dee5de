package social.greenroom.worker.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.PayloadCheck;
import social.greenroom.core.network.Platform;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.post.Origin;
import social.greenroom.core.post.VariantState;
import social.greenroom.core.series.Occurrence;
import social.greenroom.media.store.FileMediaStore;
import social.greenroom.sandbox.Sandbox;
import social.greenroom.sandbox.SandboxConfig;
import social.greenroom.store.account.AccountSpec;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.request.Attachment;
import social.greenroom.store.request.NewRequest;
import social.greenroom.store.request.RequestRow;
import social.greenroom.store.request.Stage;
import social.greenroom.store.series.OccurrenceState;
import social.greenroom.store.series.SeriesSpec;
import social.greenroom.store.testing.TestDatabase;
import social.greenroom.worker.Worker;
import social.greenroom.worker.testing.Agency;

/** The generate Job with a real database and the sandbox's model router over HTTP. */
class GenerateIT {
  private static final String IDEA = "We open the lab on Friday evening and everybody may come.";

  private static TestDatabase database;
  private static Sandbox sandbox;

  @TempDir Path folder;
  private Agency agency;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    sandbox = Sandbox.start(SandboxConfig.local());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
    database.close();
  }

  @BeforeEach
  void setUp(TestInfo test) {
    agency =
        new Agency(database, "g" + Integer.toHexString(test.getDisplayName().hashCode()), folder);
    agency.environment().put("GREENROOM_MODEL_URL", sandbox.baseUrl() + "/model");
    agency.environment().put("GREENROOM_MODEL_KEY", "sandbox");
    agency.environment().put("GREENROOM_MODEL_SHAPE", "openai");
    agency.act(session -> session.accounts().remove(agency.tenant().accountId()));
    for (var platform : Platform.values()) {
      agency.account(platform, platform.wireName(), "https://network.example", "token");
    }
  }

  @AfterEach
  void behave() throws Exception {
    model("{\"mode\": \"normal\"}");
  }

  @Test
  void draftsForEveryAccountAndHandsThemToTheirOwner() {
    var request = request(Origin.PORTAL, List.of());

    assertThat(generate(request)).isZero();

    var variants = variants(request);
    assertThat(variants).hasSize(3);
    for (var variant : variants) {
      assertThat(variant.state())
          .as(variant.blockedReason())
          .isEqualTo(VariantState.AWAITING_APPROVAL);
      var content = variant.content();
      assertThat(content.text()).isNotBlank();
      assertThat(content.accountRemoteId()).isEqualTo("remote-" + content.platform().wireName());
      assertThat(variant.publishAt()).isAfter(Instant.now());
      assertThat(variant.scheduleReason()).contains("next free slot");
      var channel = content.platform() == Platform.MASTODON ? "api" : "mcp";
      assertThat(PayloadCheck.check(content, Channel.of(channel))).isEmpty();
    }
    assertThat(row(request).stage()).isEqualTo(Stage.COMPLETE);
  }

  @Test
  void whatASeriesSaysAgainIsSaidInOtherWords() {
    var first = request("open-night", Origin.PORTAL);
    generate(first);
    var series =
        ask(
            session ->
                session
                    .series()
                    .upsert(
                        agency.tenant().talentId(),
                        "again",
                        new SeriesSpec(
                            null,
                            new SeriesSpec.Repeats("open-night", 30, 6),
                            "",
                            Duration.ofDays(3),
                            false)));
    var texts = new ArrayList<>(texts(first));
    for (int i = 1; i <= 3; i++) {
      var name = "again-" + i;
      var at = LocalDateTime.of(2027, i, 1, 9, 0);
      agency.act(
          session ->
              session
                  .occurrences()
                  .decide(
                      series,
                      new Occurrence(at, at.toInstant(ZoneOffset.UTC)),
                      OccurrenceState.WANTED,
                      name,
                      null));
      var again = request(name, Origin.EVERGREEN);
      assertThat(earlier(again))
          .hasSize(3)
          .allSatisfy((account, said) -> assertThat(texts).containsAll(said));
      assertThat(generate(again)).isZero();
      assertThat(texts(again)).hasSize(3).doesNotContainAnyElementsOf(texts);
      texts.addAll(texts(again));
    }
    assertThat(earlier(first)).isEmpty();
  }

  private <T> T ask(Function<TenantSession, T> question) {
    return database.tenants().in(agency.id(), question::apply);
  }

  private Map<UUID, List<String>> earlier(RequestRow request) {
    return ask(session -> new EarlierTexts(session, request).byAccount());
  }

  private List<String> texts(RequestRow request) {
    return variants(request).stream().map(variant -> variant.content().text()).toList();
  }

  @Test
  void aLinkIsTaggedForEachNetwork() {
    var request = request(Origin.PORTAL, List.of(), "https://lab.example/open?lang=en");
    generate(request);
    for (var variant : variants(request)) {
      assertThat(variant.content().link())
          .startsWith("https://lab.example/open?lang=en&utm_source=")
          .contains("utm_source=" + variant.content().platform().wireName());
    }
  }

  @Test
  void runTwiceOrTwiceAtOnceItDraftsOnce() {
    var request = request(Origin.GITOPS, List.of());
    var other = CompletableFuture.supplyAsync(() -> generate(request));
    generate(request);
    other.join();
    var drafted = variants(request);
    assertThat(drafted).hasSize(3);

    assertThat(generate(request)).isZero();
    assertThat(variants(request)).isEqualTo(drafted);
  }

  @Test
  void whatHasPicturesStaysADraftUntilTheyAreRendered() throws Exception {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "png", out);
    var media = new FileMediaStore(folder.resolve("media"));
    var sha256 =
        media.put(agency.id(), new ByteArrayInputStream(out.toByteArray()), 1_000_000).sha256();
    var request =
        request(
            Origin.PORTAL,
            List.of(new Attachment("media:" + sha256, sha256, "image/png", null, "The lab door")));

    assertThat(generate(request)).isZero();
    assertThat(variants(request)).extracting("state").containsOnly(VariantState.DRAFT);
    assertThat(row(request).stage()).isEqualTo(Stage.RENDERING);
    var wanted =
        database.tenants().in(agency.id(), session -> session.media().unrendered(request.id()));
    assertThat(wanted).hasSameSizeAs(variants(request));
    assertThat(wanted)
        .allSatisfy(
            picture -> {
              assertThat(picture.sourceSha256()).isEqualTo(sha256);
              assertThat(picture.altText()).isEqualTo("The lab door");
            });
  }

  @Test
  void anAttachmentThatIsNotThereFailsTheRequestWithASentence() {
    var request =
        request(
            Origin.GITOPS,
            List.of(new Attachment("ftp://lab.example/a.png", null, null, null, null)));
    assertThat(generate(request)).isEqualTo(2);
    assertThat(row(request).stage()).isEqualTo(Stage.FAILED);
    assertThat(row(request).message()).contains("upload the file first");
    assertThat(variants(request)).isEmpty();
  }

  @Test
  void anAccountThatIsNotConnectedGetsABlockedDraftThatSaysSo() {
    agency.act(
        session ->
            session
                .accounts()
                .upsert(
                    new AccountSpec(
                        agency.tenant().talentId(),
                        "unconnected",
                        Platform.MASTODON,
                        Channel.API,
                        "@new",
                        "New",
                        null,
                        "https://network.example",
                        List.of(),
                        null,
                        null,
                        StopPolicy.NONE,
                        Map.of())));
    var request = request(Origin.PORTAL, List.of());
    assertThat(generate(request)).isZero();
    var blocked =
        variants(request).stream()
            .filter(variant -> variant.state() == VariantState.BLOCKED)
            .toList();
    assertThat(blocked).hasSize(1);
    assertThat(blocked.get(0).blockedReason()).contains("isn't connected");
  }

  @Test
  void aNeverSayHitBlocksTheDraftWhateverTheModelThinks() {
    agency.neverSay("lab");
    var request = request(Origin.PORTAL, List.of());
    generate(request);
    for (var variant : variants(request)) {
      var says = variant.content().texts().stream().anyMatch(t -> t.toLowerCase().contains("lab"));
      assertThat(variant.state())
          .isEqualTo(says ? VariantState.BLOCKED : VariantState.AWAITING_APPROVAL);
    }
  }

  @Test
  void thePersonaDecidesWhetherAndWhatAndSaysSo() {
    for (int i = 0; i < 4; i++) {
      var request = request(Origin.PERSONA, List.of());
      assertThat(generate(request)).isZero();
      assertThat(row(request).stage()).isEqualTo(Stage.COMPLETE);
      if (variants(request).isEmpty()) {
        assertThat(row(request).message()).startsWith("Nothing is posted this time:");
      } else {
        assertThat(variants(request)).hasSize(3);
      }
    }
  }

  @Test
  void garbageFromTheModelFailsTheRequestWithASentenceAndDraftsNothing() throws Exception {
    model("{\"mode\": \"garbage\"}");
    var request = request(Origin.PORTAL, List.of());
    var exit = generate(request);
    if (exit != 0) {
      assertThat(exit).isEqualTo(2);
      assertThat(row(request).stage()).isEqualTo(Stage.FAILED);
      assertThat(row(request).message()).endsWith(".");
      assertThat(variants(request)).isEmpty();
    }
    assertThat(variants(request)).noneMatch(v -> v.state() == VariantState.DRAFT);
  }

  @Test
  void aRouterThatIsAwayIsTriedAgain() {
    agency.environment().put("GREENROOM_MODEL_URL", "http://127.0.0.1:9/model");
    var request = request(Origin.PORTAL, List.of());
    assertThat(generate(request)).isEqualTo(1);
    assertThat(row(request).stage()).isNotEqualTo(Stage.FAILED);

    agency.environment().put("GREENROOM_MODEL_URL", sandbox.baseUrl() + "/model");
    assertThat(generate(request)).isZero();
    assertThat(variants(request)).hasSize(3);
  }

  @Test
  void whatTheModelsUsedIsWrittenDown() {
    generate(request(Origin.PORTAL, List.of()));
    var tokens = database.tenants().in(agency.id(), session -> session.usage().tokensThisMonth());
    assertThat(tokens).isPositive();
  }

  @Test
  void aMissingVariableIsNamed() {
    agency.environment().remove("GREENROOM_MODEL_URL");
    assertThat(generate(request(Origin.PORTAL, List.of()))).isEqualTo(64);
  }

  private int generate(RequestRow request) {
    return Worker.run(
        List.of("generate", "--request", request.id().toString()), agency.environment());
  }

  private RequestRow request(Origin source, List<Attachment> attachments) {
    return request(source, attachments, null);
  }

  private RequestRow request(Origin source, List<Attachment> attachments, String link) {
    return request("request-" + System.nanoTime(), source, attachments, link);
  }

  private RequestRow request(String name, Origin source) {
    return request(name, source, List.of(), null);
  }

  private RequestRow request(
      String name, Origin source, List<Attachment> attachments, String link) {
    return database
        .tenants()
        .in(
            agency.id(),
            session ->
                session
                    .requests()
                    .remember(
                        new NewRequest(
                            agency.tenant().talentId(),
                            "agency",
                            name,
                            "0".repeat(64),
                            "uid",
                            source,
                            IDEA,
                            link,
                            List.of(),
                            null,
                            null,
                            attachments,
                            List.of()))
                    .request());
  }

  private RequestRow row(RequestRow request) {
    return database
        .tenants()
        .in(agency.id(), session -> session.requests().find(request.id()).orElseThrow());
  }

  private List<VariantRow> variants(RequestRow request) {
    return database
        .tenants()
        .in(agency.id(), session -> session.variants().ofRequest(request.id()));
  }

  private static void model(String behaviour) throws Exception {
    var post =
        HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/model/behaviour"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(behaviour))
            .build();
    var answer =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build()
            .send(post, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }
}
