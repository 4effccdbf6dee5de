package social.greenroom.api.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static social.greenroom.api.testing.JobTokens.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.media.ApiMedia;
import social.greenroom.api.testing.Agency;
import social.greenroom.api.testing.DatabaseResource;
import social.greenroom.api.testing.JobTokens;
import social.greenroom.core.network.Platform;
import social.greenroom.core.post.CanonicalPayload;
import social.greenroom.core.post.Origin;
import social.greenroom.core.post.Payload;
import social.greenroom.core.post.VariantState;
import social.greenroom.media.Pictures;
import social.greenroom.store.database.TenantAct;
import social.greenroom.store.media.NewMedia;
import social.greenroom.store.post.NewPost;
import social.greenroom.store.post.NewVariant;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.request.NewRequest;
import social.greenroom.store.request.Stage;

/** A render Job's calls, and what becomes of the drafts. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class RenderIT {
  /** What Mastodon's pictures measure. */
  private static final int WIDTH = 1600;

  private static final int HEIGHT = 900;

  @Inject ApiDatabases databases;
  @Inject ApiMedia media;

  private Agency agency;
  private UUID request;
  private String token;

  @BeforeEach
  void aRequestThatIsRendering() {
    agency = new Agency(databases);
    request = request(agency);
    token = JobTokens.render(agency.id(), request);
  }

  @Test
  void theOrderTellsWhatEachNetworkWants() throws Exception {
    var source = keep(picture(Color.RED));
    attach(draft("aurora"), 0, source, "A red field");

    with(token)
        .get(path(""))
        .then()
        .statusCode(200)
        .body("pictures", hasSize(1))
        .body("pictures[0].source", equalTo(source))
        .body("pictures[0].platform", equalTo("mastodon"))
        .body("pictures[0].width", equalTo(WIDTH))
        .body("pictures[0].height", equalTo(HEIGHT));
    assertThat(with(token).get(path("/sources/" + source)).asByteArray())
        .isEqualTo(picture(Color.RED));
  }

  @Test
  void aDraftGetsItsPictureAndGoesToItsOwner() throws Exception {
    var source = keep(picture(Color.RED));
    var variant = draft("aurora");
    attach(variant, 0, source, "A red field");

    assertThat(deliver(source).statusCode()).isEqualTo(204);

    var rendered = agency.read(variant);
    assertThat(rendered.state()).isEqualTo(VariantState.AWAITING_APPROVAL);
    assertThat(rendered.content().media())
        .singleElement()
        .satisfies(
            shown -> {
              assertThat(shown.altText()).isEqualTo("A red field");
              assertThat(shown.mediaType()).isEqualTo("image/jpeg");
              assertThat(shown.width()).isEqualTo(WIDTH);
              assertThat(media.store().exists(agency.id(), shown.sha256())).isTrue();
            });
    assertThat(stage()).isEqualTo(Stage.RENDERING);
    end();
    assertThat(stage()).isEqualTo(Stage.COMPLETE);
  }

  @Test
  void oneWithTwoPicturesWaitsForBothWhateverRunMakesThem() throws Exception {
    var first = keep(picture(Color.RED));
    var second = keep(picture(Color.BLUE));
    var variant = draft("aurora");
    attach(variant, 0, first, "Red");
    attach(variant, 1, second, "Blue");

    deliver(second);
    assertThat(agency.read(variant).state()).isEqualTo(VariantState.DRAFT);
    // The Job was killed here: the next one's order has what is left.
    with(token)
        .get(path(""))
        .then()
        .body("pictures", hasSize(1))
        .body("pictures[0].source", equalTo(first));
    deliver(first);

    assertThat(agency.read(variant).state()).isEqualTo(VariantState.AWAITING_APPROVAL);
    assertThat(agency.read(variant).content().media())
        .extracting(shown -> shown.altText())
        .containsExactly("Red", "Blue");
  }

  @Test
  void doneAgainItChangesNothing() throws Exception {
    var source = keep(picture(Color.RED));
    var variant = draft("aurora");
    attach(variant, 0, source, "A red field");
    deliver(source);
    end();
    var before = agency.read(variant);

    assertThat(deliver(source).statusCode()).isEqualTo(204);
    end(failure(source, "Too late."));

    assertThat(agency.read(variant)).isEqualTo(before);
    with(token).get(path("")).then().statusCode(200).body("pictures", hasSize(0));
  }

  @Test
  void aPictureThatCouldNotBeMadeBlocksItsDraftAndNoOther() throws Exception {
    var good = keep(picture(Color.RED));
    var bad = keep(picture(Color.BLUE));
    var whole = draft("aurora");
    var broken = draft("second");
    attach(whole, 0, good, "Red");
    attach(broken, 0, bad, "Blue");
    deliver(good);

    end(failure(bad, "The file is\n\tplain text by its content."));

    assertThat(agency.read(whole).state()).isEqualTo(VariantState.AWAITING_APPROVAL);
    assertThat(agency.read(broken).state()).isEqualTo(VariantState.BLOCKED);
    assertThat(agency.read(broken).blockedReason())
        .isEqualTo("The file is plain text by its content.");
  }

  @Test
  void whatNobodyToldOfIsBlockedToo() throws Exception {
    var variant = draft("aurora");
    attach(variant, 0, keep(picture(Color.RED)), "Red");
    end();
    assertThat(agency.read(variant).state()).isEqualTo(VariantState.BLOCKED);
    assertThat(agency.read(variant).blockedReason()).isEqualTo("Its picture couldn't be made.");
  }

  @Test
  void wordsEditedWhileThePictureIsMadeStayEdited() throws Exception {
    var source = keep(picture(Color.RED));
    var variant = draft("aurora");
    attach(variant, 0, source, "A red field");
    edit(variant, "Mine now");

    deliver(source);

    assertThat(agency.read(variant).content().text()).isEqualTo("Mine now");
    assertThat(agency.read(variant).content().media()).hasSize(1);
  }

  @Test
  void aNeverSayPhraseInTheAltTextBlocksTheDraft() throws Exception {
    var source = keep(picture(Color.RED));
    var variant = draft("aurora");
    attach(variant, 0, source, "A m1racle cure");

    deliver(source);

    assertThat(agency.read(variant).state()).isEqualTo(VariantState.BLOCKED);
    assertThat(agency.read(variant).blockedReason()).contains("never-say list");
  }

  @Test
  void aBlockedDraftGetsItsPictureAndGoesOutWithItWhenItsWordsAreMended() throws Exception {
    var source = keep(picture(Color.RED));
    var variant = draft("aurora");
    attach(variant, 0, source, "A red field");
    act(session -> session.variants().block(variant, "The words won't do.", "test"));

    deliver(source);
    end();

    var blocked = agency.read(variant);
    assertThat(blocked.state()).isEqualTo(VariantState.BLOCKED);
    assertThat(blocked.blockedReason()).isEqualTo("The words won't do.");
    assertThat(blocked.content().media()).hasSize(1);
    edit(blocked, "Better");
    assertThat(agency.read(variant).state()).isEqualTo(VariantState.AWAITING_APPROVAL);
    assertThat(agency.read(variant).content().media()).isEqualTo(blocked.content().media());
  }

  @Test
  void wordsMendedBeforeThePictureIsMadeWaitForIt() throws Exception {
    var source = keep(picture(Color.RED));
    var variant = draft("aurora");
    attach(variant, 0, source, "A red field");
    act(session -> session.variants().block(variant, "The words won't do.", "test"));
    edit(agency.read(variant), "Better");
    assertThat(agency.read(variant).state()).isEqualTo(VariantState.DRAFT);

    deliver(source);

    assertThat(agency.read(variant).state()).isEqualTo(VariantState.AWAITING_APPROVAL);
    assertThat(agency.read(variant).content().text()).isEqualTo("Better");
    assertThat(agency.read(variant).content().media()).hasSize(1);
  }

  @Test
  void aFailureLeavesABlockedDraftItsReasonAndAddsItsOwnOnce() throws Exception {
    var source = keep(picture(Color.RED));
    var variant = draft("aurora");
    attach(variant, 0, source, "A red field");
    act(session -> session.variants().block(variant, "The words won't do.", "test"));

    end(failure(source, "The picture was cut off."));
    end(failure(source, "The picture was cut off."));

    assertThat(agency.read(variant).blockedReason())
        .isEqualTo("The words won't do. The picture was cut off.");
  }

  @Test
  void onlyWhatWasOrderedIsTaken() throws Exception {
    var source = keep(picture(Color.RED));
    attach(draft("aurora"), 0, source, "A red field");

    put(token, source, "mastodon", Pictures.encode(Pictures.quarters(40, 30), "jpg"))
        .then()
        .statusCode(422)
        .body("detail", containsString("1600 x 900"));
    put(token, source, "mastodon", Pictures.encode(new BufferedImage(WIDTH, HEIGHT, 1), "png"))
        .then()
        .statusCode(422);
    put(token, source, "mastodon", new byte[] {1, 2, 3}).then().statusCode(415);
    put(token, "0".repeat(64), "mastodon", rendition()).then().statusCode(404);
    put(token, source, "nowhere", rendition()).then().statusCode(404);
    with(token).get(path("/sources/" + "0".repeat(64))).then().statusCode(404);
  }

  @Test
  void anotherRequestsTokenReachesNothingOfThisOne() throws Exception {
    var source = keep(picture(Color.RED));
    var variant = draft("aurora");
    attach(variant, 0, source, "A red field");
    var other = new Agency(databases);
    // A request of that id in another tenant: the token says whose it is.
    var strange = JobTokens.render(other.id(), request);

    for (var foreign :
        List.of(JobTokens.render(agency.id(), UUID.randomUUID()), JobTokens.write(agency.id()))) {
      assertThat(with(foreign).get(path("")).statusCode()).isEqualTo(403);
      assertThat(with(foreign).get(path("/sources/" + source)).statusCode()).isEqualTo(403);
      assertThat(put(foreign, source, "mastodon", rendition()).statusCode()).isEqualTo(403);
      assertThat(end(foreign, List.of()).statusCode()).isEqualTo(403);
    }
    assertThat(with(strange).get(path("")).statusCode()).isEqualTo(404);
    assertThat(with(strange).get(path("/sources/" + source)).statusCode()).isEqualTo(404);
    assertThat(put(strange, source, "mastodon", rendition()).statusCode()).isEqualTo(404);
    end(strange, List.of());
    assertThat(stage()).isEqualTo(Stage.RENDERING);
    assertThat(agency.read(variant).state()).isEqualTo(VariantState.DRAFT);
  }

  private String path(String more) {
    return "/api/v1/internal/renders/" + request + more;
  }

  private Response deliver(String source) {
    return put(token, source, "mastodon", rendition());
  }

  private Response put(String by, String source, String platform, byte[] picture) {
    return with(by)
        .contentType("application/octet-stream")
        .body(picture)
        .put(path("/pictures/%s/%s".formatted(source, platform)));
  }

  private static Map<String, String> failure(String source, String sentence) {
    return Map.of("source", source, "platform", "mastodon", "sentence", sentence);
  }

  private void end() {
    assertThat(end(token, List.of()).statusCode()).isEqualTo(204);
  }

  private void end(Map<String, String> failure) {
    assertThat(end(token, List.of(failure)).statusCode()).isEqualTo(204);
  }

  private Response end(String by, List<Map<String, String>> failures) {
    return with(by)
        .contentType("application/json")
        .body(Map.of("failures", failures))
        .post(path("/end"));
  }

  private UUID request(Agency of) {
    return databases
        .tenants()
        .in(
            of.id(),
            session -> {
              var row =
                  session
                      .requests()
                      .remember(
                          new NewRequest(
                              of.aurora(),
                              "agency",
                              "request",
                              "0".repeat(64),
                              "uid",
                              Origin.PORTAL,
                              "Show the field",
                              null,
                              List.of(),
                              null,
                              null,
                              List.of(),
                              List.of()))
                      .request();
              session.requests().advance(row.id(), Stage.RENDERING, null);
              return row.id();
            });
  }

  private UUID draft(String account) {
    var accountId =
        account.equals("aurora")
            ? agency.account()
            : agency.account(agency.aurora(), account, null);
    return databases
        .tenants()
        .in(
            agency.id(),
            session -> {
              var post =
                  session
                      .posts()
                      .put(
                          new NewPost(
                              agency.aurora(),
                              request,
                              Origin.PORTAL,
                              "The field",
                              "Show the field"));
              var payload =
                  CanonicalPayload.write(
                      Payload.ofText(Platform.MASTODON, "remote-" + account, "Look"));
              return session
                  .variants()
                  .draft(
                      new NewVariant(
                          post.id(), agency.aurora(), accountId, payload, null, null, "test"))
                  .id();
            });
  }

  private void attach(UUID variant, int position, String source, String altText) {
    act(
        session -> {
          session.media().original(new NewMedia(source, "image/png", 10, 10, 10, "a.png", "test"));
          session.media().attach(variant, position, source, altText);
        });
  }

  private void edit(UUID variant, String text) {
    edit(agency.read(variant), text);
  }

  private void edit(VariantRow variant, String text) {
    var content = variant.content();
    var edited =
        new Payload(
            content.platform(),
            content.accountRemoteId(),
            text,
            content.thread(),
            content.firstComment(),
            content.link(),
            content.media(),
            content.options());
    act(
        session ->
            session
                .desk()
                .edit(variant.id(), variant.version(), CanonicalPayload.write(edited), "owner"));
  }

  private void act(TenantAct<RuntimeException> act) {
    databases.tenants().run(agency.id(), act);
  }

  private Stage stage() {
    return databases
        .tenants()
        .in(agency.id(), session -> session.requests().find(request).orElseThrow().stage());
  }

  private String keep(byte[] content) throws Exception {
    return media.store().put(agency.id(), new ByteArrayInputStream(content), 10_000_000).sha256();
  }

  private static byte[] rendition() {
    return Pictures.encode(Pictures.quarters(WIDTH, HEIGHT), "jpg");
  }

  private static byte[] picture(Color color) {
    var image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(color);
    pen.fillRect(0, 0, 60, 40);
    pen.dispose();
    return Pictures.encode(image, "png");
  }
}
