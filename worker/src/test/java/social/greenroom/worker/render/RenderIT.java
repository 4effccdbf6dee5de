package social.greenroom.worker.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.network.Networks;
import social.greenroom.core.network.Platform;
import social.greenroom.core.post.CanonicalPayload;
import social.greenroom.core.post.Origin;
import social.greenroom.core.post.Payload;
import social.greenroom.core.post.VariantState;
import social.greenroom.media.store.FileMediaStore;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.media.NewMedia;
import social.greenroom.store.post.NewPost;
import social.greenroom.store.post.NewVariant;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.request.NewRequest;
import social.greenroom.store.request.RequestRow;
import social.greenroom.store.request.Stage;
import social.greenroom.store.testing.TestDatabase;
import social.greenroom.worker.Worker;
import social.greenroom.worker.testing.Agency;

/** The render Job with a real database and the real FFmpeg. */
class RenderIT {
  private static TestDatabase database;

  @TempDir Path folder;
  private Agency agency;
  private FileMediaStore media;
  private RequestRow request;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @BeforeEach
  void setUp(TestInfo test) {
    agency =
        new Agency(database, "r" + Integer.toHexString(test.getDisplayName().hashCode()), folder);
    media = new FileMediaStore(folder.resolve("media"));
    request =
        database
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
                                "request",
                                "0".repeat(64),
                                Origin.PORTAL,
                                "Show the field",
                                null,
                                List.of(),
                                null,
                                null,
                                List.of(),
                                List.of()))
                        .request());
    agency.act(session -> session.requests().advance(request.id(), Stage.RENDERING, null));
  }

  @Test
  void eachDraftGetsThePictureInItsNetworksSizeAndGoesToItsOwner() throws Exception {
    var source = keep(picture(900, 900));
    for (var platform : Platform.values()) {
      attach(draft(platform), source, "A red field");
    }

    assertThat(render()).isZero();

    for (var variant : variants()) {
      assertThat(variant.state()).isEqualTo(VariantState.AWAITING_APPROVAL);
      var content = variant.content();
      var size = Networks.of(content.platform()).image();
      assertThat(content.media()).hasSize(1);
      var shown = content.media().get(0);
      assertThat(shown.altText()).isEqualTo("A red field");
      assertThat(shown.mediaType()).isEqualTo("image/jpeg");
      var image = ImageIO.read(media.file(agency.id(), shown.sha256()).toFile());
      assertThat(image.getWidth()).isEqualTo(size.width()).isEqualTo(shown.width());
      assertThat(image.getHeight()).isEqualTo(size.height()).isEqualTo(shown.height());
    }
    assertThat(stage()).isEqualTo(Stage.COMPLETE);
  }

  @Test
  void runAgainItChangesNothing() throws Exception {
    attach(draft(Platform.MASTODON), keep(picture(1600, 900)), "A red field");
    render();
    var before = variants();
    assertThat(render()).isZero();
    assertThat(variants()).isEqualTo(before);
  }

  @Test
  void whatOnlyCallsItselfAPictureBlocksItsDraftAndNoOther() throws Exception {
    var wicked = "#EXTM3U\nfile:///etc/passwd\n".getBytes(StandardCharsets.UTF_8);
    attach(draft(Platform.MASTODON), keep(wicked), "");
    attach(draft(Platform.X), keep(picture(1600, 900)), "A red field");

    assertThat(render()).isZero();

    var byPlatform = variants();
    assertThat(of(byPlatform, Platform.MASTODON).state()).isEqualTo(VariantState.BLOCKED);
    assertThat(of(byPlatform, Platform.MASTODON).blockedReason())
        .contains("pictures are taken as JPEG, PNG, WebP or GIF");
    assertThat(of(byPlatform, Platform.X).state()).isEqualTo(VariantState.AWAITING_APPROVAL);
  }

  @Test
  void wordsEditedWhileThePictureIsMadeStayEdited() throws Exception {
    var variant = draft(Platform.MASTODON);
    attach(variant, keep(picture(1600, 900)), "A red field");
    var edited = Payload.ofText(Platform.MASTODON, variant.content().accountRemoteId(), "Mine now");
    agency.act(
        session ->
            session
                .desk()
                .edit(variant.id(), variant.version(), CanonicalPayload.write(edited), "owner"));
    render();
    assertThat(variants().get(0).content().text()).isEqualTo("Mine now");
    assertThat(variants().get(0).content().media()).hasSize(1);
  }

  @Test
  void aNeverSayPhraseInTheAltTextBlocksTheDraft() throws Exception {
    agency.neverSay("red field");
    attach(draft(Platform.MASTODON), keep(picture(1600, 900)), "A r3d field");
    render();
    assertThat(variants().get(0).state()).isEqualTo(VariantState.BLOCKED);
    assertThat(variants().get(0).blockedReason()).contains("never-say list");
  }

  @Test
  void aBlockedDraftGetsItsPictureAndGoesOutWithItWhenItsWordsAreMended() throws Exception {
    var variant = draft(Platform.MASTODON);
    attach(variant, keep(picture(1600, 900)), "A red field");
    agency.act(session -> session.variants().block(variant.id(), "The words won't do.", "test"));

    assertThat(render()).isZero();

    var blocked = variants().get(0);
    assertThat(blocked.state()).isEqualTo(VariantState.BLOCKED);
    assertThat(blocked.blockedReason()).isEqualTo("The words won't do.");
    assertThat(blocked.content().media()).hasSize(1);
    assertThat(stage()).isEqualTo(Stage.COMPLETE);
    assertThat(render()).isZero();
    assertThat(variants().get(0)).isEqualTo(blocked);
    agency.act(
        session ->
            session
                .desk()
                .edit(blocked.id(), blocked.version(), mended(blocked.content()), "owner"));
    assertThat(variants().get(0).state()).isEqualTo(VariantState.AWAITING_APPROVAL);
    assertThat(variants().get(0).content().media()).isEqualTo(blocked.content().media());
  }

  @Test
  void wordsMendedBeforeThePictureIsMadeWaitForIt() throws Exception {
    var variant = draft(Platform.MASTODON);
    attach(variant, keep(picture(1600, 900)), "A red field");
    agency.act(session -> session.variants().block(variant.id(), "The words won't do.", "test"));
    var blocked = variants().get(0);
    var mended = Payload.ofText(Platform.MASTODON, variant.content().accountRemoteId(), "Better");
    agency.act(
        session ->
            session
                .desk()
                .edit(variant.id(), blocked.version(), CanonicalPayload.write(mended), "owner"));
    assertThat(variants().get(0).state()).isEqualTo(VariantState.DRAFT);

    render();

    assertThat(variants().get(0).state()).isEqualTo(VariantState.AWAITING_APPROVAL);
    assertThat(variants().get(0).content().text()).isEqualTo("Better");
    assertThat(variants().get(0).content().media()).hasSize(1);
  }

  @Test
  void aPictureThatCannotBeMadeLeavesABlockedDraftItsReasonAndAddsItsOwn() throws Exception {
    var variant = draft(Platform.MASTODON);
    attach(variant, keep("no picture".getBytes(StandardCharsets.UTF_8)), "");
    agency.act(session -> session.variants().block(variant.id(), "The words won't do.", "test"));

    assertThat(render()).isZero();

    var blocked = variants().get(0);
    assertThat(blocked.state()).isEqualTo(VariantState.BLOCKED);
    assertThat(blocked.blockedReason())
        .startsWith("The words won't do.")
        .contains("pictures are taken as JPEG, PNG, WebP or GIF");
  }

  private static String mended(Payload content) {
    return CanonicalPayload.write(
        new Payload(
            content.platform(),
            content.accountRemoteId(),
            "Better",
            content.thread(),
            content.firstComment(),
            content.link(),
            content.media(),
            content.options()));
  }

  private int render() {
    return Worker.run(
        List.of("render", "--request", request.id().toString()), agency.environment());
  }

  private VariantRow draft(Platform platform) {
    AccountRow account =
        agency.account(platform, platform.wireName(), "https://network.example", "token");
    return database
        .tenants()
        .in(
            agency.id(),
            session -> {
              var post =
                  session
                      .posts()
                      .put(
                          new NewPost(
                              agency.tenant().talentId(),
                              request.id(),
                              Origin.PORTAL,
                              "The field",
                              "Show the field"));
              var payload =
                  CanonicalPayload.write(Payload.ofText(platform, account.remoteId(), "Look"));
              return session
                  .variants()
                  .draft(
                      new NewVariant(
                          post.id(),
                          agency.tenant().talentId(),
                          account.id(),
                          payload,
                          null,
                          null,
                          "test"));
            });
  }

  private void attach(VariantRow variant, String source, String altText) {
    agency.act(
        session -> {
          session.media().original(new NewMedia(source, "image/png", 10, 10, 10, "a.png", "test"));
          session.media().attach(variant.id(), 0, source, altText);
        });
  }

  private List<VariantRow> variants() {
    return database
        .tenants()
        .in(agency.id(), session -> session.variants().ofRequest(request.id()));
  }

  private static VariantRow of(List<VariantRow> variants, Platform platform) {
    return variants.stream()
        .filter(variant -> variant.content().platform() == platform)
        .findFirst()
        .orElseThrow();
  }

  private Stage stage() {
    return database
        .tenants()
        .in(agency.id(), session -> session.requests().find(request.id()).orElseThrow().stage());
  }

  private String keep(byte[] content) throws Exception {
    return media.put(agency.id(), new ByteArrayInputStream(content), 10_000_000).sha256();
  }

  private static byte[] picture(int width, int height) throws Exception {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, height / 2, width, height / 2);
    pen.dispose();
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
