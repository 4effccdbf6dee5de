package social.greenroom.api.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.testing.Agency;
import social.greenroom.api.testing.DatabaseResource;
import social.greenroom.api.testing.Person;
import social.greenroom.core.access.Role;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.network.Platform;
import social.greenroom.core.post.Payload;
import social.greenroom.core.post.PayloadMedia;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.post.VariantRow;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class VariantActsIT {
  @Inject ApiDatabases databases;

  private Agency agency;
  private Person aurora;
  private Person editor;

  @BeforeEach
  void signIn() {
    agency = new Agency(databases);
    aurora = agency.auroraSignedIn();
    editor = agency.signedIn("editor", Role.EDITOR);
  }

  @Test
  void anEditBeyondTheLimitIsRefusedFieldByField() {
    var waiting = agency.waiting("Short");

    edit(editor, waiting, Map.of("text", "x".repeat(501), "thread", List.of("y".repeat(502))))
        .statusCode(422)
        .body("errors.field", contains("text", "thread[0]"));
    assertThat(agency.read(waiting.id()).contentHash()).isEqualTo(waiting.contentHash());
  }

  @Test
  void anAltTextIsAsShortAsTheOneThatCameWithTheRequest() {
    var waiting = agency.waiting("Fine");

    edit(editor, waiting, Map.of("altTexts", Map.of("a".repeat(64), "x".repeat(1_501))))
        .statusCode(422)
        .body("detail", containsString("at most 1500 characters"));
  }

  @Test
  void whatSheNeverSaysIsRefusedWhereItStands() {
    var waiting = agency.waiting("Fine");

    edit(editor, waiting, Map.of("firstComment", "It's a M1RACLE  cüre!"))
        .statusCode(422)
        .body("errors[0].field", equalTo("firstComment"))
        .body("errors[0].message", containsString("miracle cure"));
  }

  @Test
  void anEditOfAnOldVersionIsRefused() {
    var waiting = agency.waiting("Version one");
    edit(editor, waiting, Map.of("text", "Version two")).statusCode(200);

    edit(editor, waiting, Map.of("text", "Version two as well"))
        .statusCode(409)
        .body("detail", containsString("changed since you saw it"));
    assertThat(agency.read(waiting.id()).content().text()).isEqualTo("Version two");
  }

  @Test
  void anEditChangesWhatItNamesAndNoMore() {
    var picture = new PayloadMedia("a".repeat(64), "image/jpeg", 1600, 900, "A rainy street");
    var other = new PayloadMedia("b".repeat(64), "image/jpeg", 1600, 900, "");
    var payload =
        new Payload(
            Platform.MASTODON,
            "remote-aurora",
            "Rain",
            List.of("More rain"),
            "Comment",
            "https://example.org/a",
            List.of(picture, other),
            new TreeMap<>(Map.of("language", "en")));
    var waiting = agency.waiting(agency.aurora(), agency.account(), payload, null);

    edit(
            editor,
            waiting,
            Map.of(
                "link", "",
                "altTexts", Map.of(picture.sha256(), "A street in the rain"),
                "removeMedia", List.of(other.sha256())))
        .statusCode(200)
        .body("content.text", equalTo("Rain"))
        .body("content.thread", contains("More rain"))
        .body("content.firstComment", equalTo("Comment"))
        .body("content.link", nullValue())
        .body("content.options.language", equalTo("en"))
        .body("content.media.altText", contains("A street in the rain"))
        .body("content.media[0].url", equalTo("/api/v1/media/" + picture.sha256()));
  }

  @Test
  void anEditThatChangesNothingKeepsTheApproval() {
    var approved = approve(agency.waiting("Same"), Map.of());

    edit(editor, approved, Map.of("text", "Same"))
        .statusCode(200)
        .body("state", equalTo("approved"));
  }

  @Test
  void aNoKeepsItsReason() {
    var waiting = agency.waiting("No");

    act(aurora, waiting, "rejection", Map.of("reason", "Not my tone"))
        .statusCode(200)
        .body("state", equalTo("rejected"))
        .body("stateText", equalTo("Rejected: Not my tone."))
        .body("decidedBy", equalTo("Person aurora"))
        .body("actions", empty());
    act(aurora, waiting, "rejection", Map.of("reason", "Again"))
        .statusCode(409)
        .body("detail", containsString("can't be rejected"));
  }

  @Test
  void anApprovedPostCanBeCalledOff() {
    var approved = approve(agency.waiting("Off"), Map.of());

    act(editor, approved, "cancellation", Map.of("reason", "The event was moved"))
        .statusCode(200)
        .body("state", equalTo("cancelled"))
        .body("stateText", equalTo("Cancelled: The event was moved."));
  }

  @Test
  void movingInsideTheWindowKeepsTheYesAndOutsideVoidsIt() {
    var at = Agency.nextWeek();
    var window =
        Map.of(
            "notBefore", at.minus(Duration.ofDays(1)).toString(),
            "notAfter", at.plus(Duration.ofDays(1)).toString());
    var approved =
        approve(agency.waiting("Moves"), Map.of("publishAt", at.toString(), "window", window));

    var inside = at.plus(Duration.ofHours(5)).toString();
    var moved =
        act(
                editor,
                approved,
                "schedule",
                Map.of("version", approved.version(), "publishAt", inside))
            .statusCode(200)
            .body("state", equalTo("approved"))
            .body("publishAt", equalTo(inside))
            .body("window.notAfter", notNullValue())
            .extract()
            .<Integer>path("version");

    act(
            editor,
            approved,
            "schedule",
            Map.of("version", moved, "publishAt", at.plus(Duration.ofDays(3)).toString()))
        .statusCode(200)
        .body("state", equalTo("awaiting_approval"))
        .body("window", nullValue());
  }

  @Test
  void aFailedPostIsTriedAgainByItsOwnerOnly() {
    var approved = approve(agency.waiting("Fails"), Map.of("publishAt", "now"));
    var failed = agency.attempted(approved, new PublishOutcome.Rejected("The text has no sense."));
    var hash = Map.of("contentHash", failed.contentHash());

    editor
        .reads()
        .get("/api/v1/variants/" + failed.id())
        .then()
        .body("stateText", equalTo("Failed: The text has no sense."))
        .body("attempts.outcome", contains("rejected"))
        .body("attempts[0].number", equalTo(1));
    act(editor, failed, "retry", hash).statusCode(403);
    act(aurora, failed, "retry", Map.of("contentHash", "0".repeat(64))).statusCode(409);
    act(aurora, failed, "retry", hash).statusCode(200).body("state", equalTo("approved"));
  }

  @Test
  void aPersonSettlesWhatNobodyKnows() {
    var approved = approve(agency.waiting("Perhaps"), Map.of("publishAt", "now"));
    var unknown = agency.attempted(approved, new PublishOutcome.Unknown("The connection broke."));
    editor
        .reads()
        .get("/api/v1/variants/" + unknown.id())
        .then()
        .body("stateText", equalTo("Not sure it went out: checking."))
        .body("actions", empty());
    act(editor, unknown, "settlement", Map.of("version", unknown.version(), "published", false))
        .statusCode(409)
        .body("detail", containsString("still being read"));
    assertThat(agency.read(unknown.id()).state()).isEqualTo(VariantState.UNKNOWN);

    agency.asked(unknown);
    editor
        .reads()
        .get("/api/v1/variants?state=unknown,failed")
        .then()
        .body("items.id", contains(unknown.id().toString()))
        .body("items[0].stateText", equalTo("Not sure it went out: please look."))
        .body("items[0].actions", contains("settle_published", "settle_not_published"));
    act(editor, unknown, "retry", Map.of("contentHash", unknown.contentHash())).statusCode(403);
    act(
            editor,
            unknown,
            "settlement",
            Map.of(
                "version",
                unknown.version(),
                "published",
                true,
                "remoteUrl",
                "https://social.example/@aurora/1"))
        .statusCode(200)
        .body("state", equalTo("published"))
        .body("remoteUrl", equalTo("https://social.example/@aurora/1"))
        .body("publishedAt", notNullValue());
  }

  @Test
  void whatDidNotGoOutIsTriedAgainOrLeft() {
    var approved = approve(agency.waiting("Perhaps not"), Map.of("publishAt", "now"));
    var unknown =
        agency.asked(
            agency.attempted(approved, new PublishOutcome.Unknown("The connection broke.")));

    act(aurora, unknown, "settlement", Map.of("version", unknown.version(), "published", false))
        .statusCode(200)
        .body("state", equalTo("failed"))
        .body("actions", contains("edit", "retry"));
    act(
            aurora,
            unknown,
            "settlement",
            Map.of("version", agency.read(unknown.id()).version(), "published", true))
        .statusCode(409);
    act(aurora, unknown, "retry", Map.of("contentHash", unknown.contentHash())).statusCode(200);
  }

  @Test
  void whatWasSeenOfAnEarlierTrySettlesNoLaterOne() {
    var approved = approve(agency.waiting("Twice"), Map.of("publishAt", "now"));
    var first =
        agency.asked(
            agency.attempted(approved, new PublishOutcome.Unknown("The connection broke.")));
    act(aurora, first, "settlement", Map.of("version", first.version(), "published", false))
        .statusCode(200);
    act(aurora, first, "retry", Map.of("contentHash", first.contentHash())).statusCode(200);
    var second =
        agency.asked(agency.attempted(first, new PublishOutcome.Unknown("It broke again.")));

    act(aurora, first, "settlement", Map.of("version", first.version(), "published", true))
        .statusCode(409)
        .body("detail", containsString("changed since you saw it"));
    assertThat(agency.read(first.id()).state()).isEqualTo(VariantState.UNKNOWN);
    act(aurora, first, "settlement", Map.of("published", true))
        .statusCode(422)
        .body("errors.field", contains("version"));
    act(aurora, second, "settlement", Map.of("version", second.version(), "published", true))
        .statusCode(200);
  }

  @Test
  void aListIsReadPageByPageInItsOrder() {
    var later = agency.waiting("Later");
    move(later, Duration.ofDays(9));
    var sooner = agency.waiting("Sooner");
    move(sooner, Duration.ofDays(8));
    agency.waiting("No time");

    var texts = new ArrayList<String>();
    var query = "";
    for (var pages = 0; pages < 3; pages++) {
      var page = editor.reads().get("/api/v1/variants?limit=1" + query).then().extract();
      texts.addAll(page.path("items.content.text"));
      query = "&cursor=" + page.<String>path("nextCursor");
    }

    assertThat(texts).containsExactly("Sooner", "Later", "No time");
    assertThat(query).isEqualTo("&cursor=null");
  }

  @Test
  void theNewestComesFirstWhereThatIsAskedFor() {
    for (var text : List.of("First", "Second", "Third")) {
      var account = agency.account(agency.aurora(), text, null);
      var waiting = agency.waiting(agency.aurora(), account, "remote-" + text, text);
      var approved = approve(waiting, Map.of("publishAt", "now"));
      var unknown =
          agency.asked(agency.attempted(approved, new PublishOutcome.Unknown("It broke.")));
      act(aurora, unknown, "settlement", Map.of("version", unknown.version(), "published", true))
          .statusCode(200);
    }

    var texts = new ArrayList<String>();
    var query = "";
    for (var pages = 0; pages < 3; pages++) {
      var page =
          editor
              .reads()
              .get("/api/v1/variants?state=published&order=newest&limit=1" + query)
              .then()
              .extract();
      texts.addAll(page.path("items.content.text"));
      query = "&cursor=" + page.<String>path("nextCursor");
    }

    assertThat(texts).containsExactly("Third", "Second", "First");
    assertThat(query).isEqualTo("&cursor=null");
    editor.reads().get("/api/v1/variants?order=oldest").then().statusCode(422);
  }

  private void move(VariantRow variant, Duration ahead) {
    var at = Agency.nextWeek().plus(ahead).toString();
    act(editor, variant, "schedule", Map.of("version", variant.version(), "publishAt", at))
        .statusCode(200);
  }

  private VariantRow approve(VariantRow waiting, Map<String, Object> more) {
    var body = new TreeMap<String, Object>(more);
    body.put("contentHash", waiting.contentHash());
    act(aurora, waiting, "approval", body).statusCode(200);
    return agency.read(waiting.id());
  }

  private static ValidatableResponse act(
      Person person, VariantRow variant, String act, Map<String, ?> body) {
    return person.sends(body).post("/api/v1/variants/%s/%s".formatted(variant.id(), act)).then();
  }

  private static ValidatableResponse edit(
      Person person, VariantRow variant, Map<String, Object> more) {
    var body = new TreeMap<String, Object>(more);
    body.put("version", variant.version());
    return person.sends(body).patch("/api/v1/variants/" + variant.id()).then();
  }
}
