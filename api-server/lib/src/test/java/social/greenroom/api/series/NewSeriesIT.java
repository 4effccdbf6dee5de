package social.greenroom.api.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.testing.Agency;
import social.greenroom.api.testing.DatabaseResource;
import social.greenroom.api.testing.Person;
import social.greenroom.core.access.Role;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.post.CanonicalPayload;
import social.greenroom.core.post.Origin;
import social.greenroom.core.series.RecurrenceDeclaration;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.post.NewPost;
import social.greenroom.store.post.NewVariant;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.request.NewRequest;
import social.greenroom.store.series.AskedState;
import social.greenroom.store.series.SeriesSpec;

/**
 * Series are made, changed and ended by whoever may ask for posts; those from YAML are its file's.
 */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class NewSeriesIT {
  private static final String SERIES = "/api/v1/series";

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
  void whatIsAskedForIsStoredOnceUnderItsKeyAndListed() {
    var key = UUID.randomUUID();
    var made = make(editor, key, mondays()).statusCode(202);
    made.body("name", matchesPattern("the-sky-this-week-[0-9a-f]{12}"))
        .body("declaredIn", nullValue())
        .body("version", equalTo(1))
        .body("kind", equalTo("recurrence"))
        .body("rule", equalTo("FREQ=WEEKLY;BYDAY=MO"))
        .body("start", equalTo("2027-03-01T09:00"))
        .body("accounts.id", hasItem(agency.account().toString()))
        .body("mayChange", equalTo(true));
    String id = made.extract().path("id");
    var again = mondays();
    again.put("text", "Something else.");
    make(editor, key, again)
        .statusCode(202)
        .body("id", equalTo(id))
        .body("text", equalTo("The sky this week."));
    // Another person's key is another's.
    make(aurora, key, mondays()).statusCode(202).body("id", matchesPattern("(?!" + id + ").*"));
    editor.reads().get(SERIES).then().body("items", hasSize(2));
    editor.reads().get("/api/v1/activity").then().body("items.act", hasItem("series.asked"));
    assertThat(state(id)).isEqualTo(AskedState.WAITING);
  }

  @Test
  void eachProblemNamesItsField() {
    refused(with("talentId", UUID.randomUUID()), "talentId", "no such talent");
    var dex = agency.talent("dex");
    var theirs = agency.account(dex, "dex", null);
    refused(with("accountIds", List.of(theirs)), "accountIds[0]", "no such account");
    refused(
        with("accountIds", List.of(agency.account(), agency.account())),
        "accountIds[1]",
        "named twice");
    refused(with("text", " "), "text", "what the posts should be about");
    refused(with("link", "ftp://x"), "link", "begins with https://");
    refused(with("recurrence", null), "recurrence", "either recurrence");
    refused(rule("rule", "WEEKLY"), "recurrence.rule", "isn't a rule of RFC 5545");
    refused(rule("rule", "FREQ=WEEKLY;BYDAY=XX"), "recurrence.rule", "isn't a rule of RFC 5545");
    refused(rule("rule", "FREQ=HOURLY"), "recurrence.rule", "too often");
    refused(rule("rule", "FREQ=DAILY;COUNT=2;UNTIL=20270401"), "recurrence.rule", "not both");
    refused(rule("rule", null), "recurrence.rule", "Say how often");
    refused(rule("start", null), "recurrence.start", "Say from when on");
    refused(rule("start", "tomorrow"), "recurrence.start", "without a zone");
    refused(rule("start", "2027-02-30T09:00"), "recurrence.start", "exist");
    refused(rule("end", "2027-02-30"), "recurrence.end", "exists");
    refused(rule("end", "2026-01-01"), "recurrence.rule", "never occurs");
    var over = rule("start", "2020-01-06T09:00");
    over.put("recurrence", Map.of("rule", "FREQ=WEEKLY;COUNT=2", "start", "2020-01-06T09:00"));
    refused(over, "recurrence.start", "are over");
    editor
        .sends(mondays())
        .post(SERIES)
        .then()
        .statusCode(422)
        .body("errors[0].message", containsString("Idempotency-Key"));
    editor.reads().get(SERIES).then().body("items", hasSize(0));
  }

  @Test
  void aPostThatWentOutIsSaidAgain() {
    var post = published("Come to the open night.").postId();
    refused(evergreen(post, 0, 3), "evergreen.intervalDays", "At least 1 day");
    refused(evergreen(post, 30, 101), "evergreen.maximum", "at most 100 times");
    refused(evergreen(null, 30, 3), "evergreen.postId", "send postId");
    refused(evergreen(UUID.randomUUID(), 30, 3), "evergreen.postId", "no such post");
    refused(
        evergreen(agency.waiting("Not yet.").postId(), 30, 3),
        "evergreen.postId",
        "hasn't gone out");
    String id =
        make(aurora, UUID.randomUUID(), evergreen(post, 30, 3))
            .statusCode(202)
            .body("kind", equalTo("evergreen"))
            .body("repeats", equalTo("open-night"))
            .body("postId", equalTo(post.toString()))
            .body("text", equalTo("Tell them to come."))
            .body("maximum", equalTo(3))
            .extract()
            .path("id");
    var change = evergreen(null, 14, 5);
    change.remove("talentId");
    change.put("version", 1);
    aurora
        .sends(change)
        .put("%s/%s".formatted(SERIES, id))
        .then()
        .statusCode(200)
        .body("intervalDays", equalTo(14))
        .body("repeats", equalTo("open-night"));
    change.put("version", 2);
    change.put("evergreen", null);
    change.put("recurrence", Map.of("rule", "FREQ=DAILY", "start", "2027-03-01T09:00"));
    aurora
        .sends(change)
        .put("%s/%s".formatted(SERIES, id))
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("evergreen"));
  }

  @Test
  void aChangeIsMadeFromTheVersionThatWasSeen() {
    String id = make(editor, UUID.randomUUID(), mondays()).extract().path("id");
    var change = mondays();
    change.remove("talentId");
    change.put("text", "The sky, and what moves in it.");
    change.put("version", 1);
    var path = "%s/%s".formatted(SERIES, id);
    aurora
        .sends(change)
        .put(path)
        .then()
        .statusCode(200)
        .body("version", equalTo(2))
        .body("text", equalTo("The sky, and what moves in it."));
    editor
        .sends(change)
        .put(path)
        .then()
        .statusCode(409)
        .body("detail", containsString("changed since you saw it"));
    assertThat(state(id)).isEqualTo(AskedState.WAITING);
  }

  @Test
  void anEndIsTakenBackInItsTenSeconds() {
    String id = make(editor, UUID.randomUUID(), mondays()).extract().path("id");
    var path = "%s/%s/end".formatted(SERIES, id);
    var before = Instant.now();
    String endsAt = editor.acts().post(path).then().statusCode(200).extract().path("endsAt");
    assertThat(Instant.parse(endsAt)).isBetween(before.plusSeconds(8), before.plusSeconds(60));
    // Twice is once.
    editor.acts().post(path).then().statusCode(200).body("endsAt", equalTo(endsAt));
    aurora.acts().delete(path).then().statusCode(200).body("endsAt", nullValue());
    editor
        .reads()
        .get("/api/v1/activity")
        .then()
        .body("items.act", hasItem("series.ended"))
        .body("items.act", hasItem("series.kept"));
  }

  @Test
  void onlyWhoMayAskForPostsMakesChangesAndEnds() {
    String id = make(editor, UUID.randomUUID(), mondays()).extract().path("id");
    for (var role : List.of(Role.VIEWER, Role.CLIENT)) {
      var person = agency.signedIn(role.wireName(), role);
      make(person, UUID.randomUUID(), mondays()).statusCode(403);
      person.acts().post("%s/%s/end".formatted(SERIES, id)).then().statusCode(403);
      person
          .reads()
          .get(SERIES)
          .then()
          .body("items[0].mayChange", equalTo(false))
          .body("mayMake", equalTo(false));
    }
    var dex = agency.signedIn("dex", Role.TALENT, agency.talent("dex"));
    make(dex, UUID.randomUUID(), mondays())
        .statusCode(422)
        .body("errors[0].field", equalTo("talentId"));
    dex.acts().post("%s/%s/end".formatted(SERIES, id)).then().statusCode(404);
  }

  @Test
  void whatYamlDeclaresIsChangedWhereItIsKept() {
    var id =
        databases
            .tenants()
            .in(
                agency.id(),
                session ->
                    session
                        .series()
                        .upsert(
                            agency.aurora(),
                            "monday-sky",
                            new SeriesSpec(
                                new RecurrenceDeclaration(
                                    "FREQ=DAILY", "2027-03-01T09:00", null, List.of()),
                                null,
                                "Sky",
                                SeriesSpec.DRAFT_AHEAD,
                                false))
                        .id());
    editor
        .reads()
        .get(SERIES)
        .then()
        .body("items[0].declaredIn", notNullValue())
        .body("items[0].mayChange", equalTo(false));
    for (var answer :
        List.of(
            editor.acts().post("%s/%s/end".formatted(SERIES, id)).then(),
            editor.sends(change()).put("%s/%s".formatted(SERIES, id)).then())) {
      answer
          .statusCode(422)
          .body("detail", containsString("declared as the PostSeries monday-sky"));
    }
  }

  /** Lisbon's clocks go forward on 28 March 2027, at one in the morning. */
  @Test
  void theNextTimesAreToldOnTheTalentsClock() {
    preview(Map.of("rule", "FREQ=WEEKLY;BYDAY=MO", "start", "2027-03-15T09:00"))
        .statusCode(200)
        .body("timeZone", equalTo("Europe/Lisbon"))
        .body("times", hasSize(5))
        .body("times[1].at", equalTo("2027-03-22T09:00:00Z"))
        .body("times[1].offset", equalTo("+00:00"))
        .body("times[2].at", equalTo("2027-03-29T08:00:00Z"))
        .body("times[2].offset", equalTo("+01:00"))
        .body("times[2].note", equalTo("The clocks have changed by then; it stays 09:00."))
        .body("times[3].note", nullValue());
    preview(Map.of("rule", "FREQ=DAILY;COUNT=2", "start", "2027-03-28T01:30"))
        .body("times", hasSize(2))
        .body("times[0].note", equalTo("The clocks skip 01:30 that day; it goes out at 02:30."));
    preview(Map.of("rule", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "start", "2027-03-28T01:30"))
        .statusCode(422)
        .body("errors[0].field", equalTo("recurrence.rule"));
    var post = published("Come to the open night.").postId();
    var wish = evergreen(post, 30, 3);
    wish.remove("accountIds");
    editor.sends(wish).post(SERIES + "/preview").then().statusCode(200).body("times", hasSize(3));
    editor.reads().get(SERIES).then().body("items", hasSize(0));
  }

  private ValidatableResponse preview(Map<String, String> recurrence) {
    return editor
        .sends(Map.of("talentId", agency.aurora(), "recurrence", recurrence))
        .post(SERIES + "/preview")
        .then();
  }

  private ValidatableResponse make(Person person, UUID key, Map<String, Object> wanted) {
    return person.sends(wanted).header("Idempotency-Key", key).post(SERIES).then();
  }

  private void refused(Map<String, Object> wanted, String field, String words) {
    make(editor, UUID.randomUUID(), wanted)
        .statusCode(422)
        .body("errors[0].field", equalTo(field))
        .body("errors[0].message", containsString(words));
  }

  private Map<String, Object> mondays() {
    var wanted = new HashMap<String, Object>();
    wanted.put("talentId", agency.aurora());
    wanted.put("text", "The sky this week.");
    wanted.put("accountIds", List.of(agency.account()));
    wanted.put("recurrence", Map.of("rule", "FREQ=WEEKLY;BYDAY=MO", "start", "2027-03-01T09:00"));
    return wanted;
  }

  private Map<String, Object> change() {
    var wanted = mondays();
    wanted.remove("talentId");
    wanted.put("version", 1);
    return wanted;
  }

  private Map<String, Object> with(String field, Object value) {
    var wanted = mondays();
    wanted.put(field, value);
    return wanted;
  }

  private Map<String, Object> rule(String field, Object value) {
    var rule = new HashMap<String, Object>();
    rule.put("rule", "FREQ=WEEKLY;BYDAY=MO");
    rule.put("start", "2027-03-01T09:00");
    rule.put(field, value);
    return with("recurrence", rule);
  }

  private Map<String, Object> evergreen(UUID post, int intervalDays, int maximum) {
    var again = new HashMap<String, Object>();
    again.put("postId", post);
    again.put("intervalDays", intervalDays);
    again.put("maximum", maximum);
    var wanted = new HashMap<String, Object>();
    wanted.put("talentId", agency.aurora());
    wanted.put("accountIds", List.of());
    wanted.put("evergreen", again);
    return wanted;
  }

  private AskedState state(String id) {
    return databases
        .tenants()
        .in(agency.id(), s -> s.askedSeries().find(UUID.fromString(id)).orElseThrow().state());
  }

  /** A post of a request named open-night, that went out. */
  private VariantRow published(String text) {
    var waiting =
        databases
            .tenants()
            .in(
                agency.id(),
                session -> {
                  var request = session.requests().remember(openNight(session)).request();
                  var post =
                      session
                          .posts()
                          .put(
                              new NewPost(
                                  agency.aurora(),
                                  request.id(),
                                  Origin.GITOPS,
                                  "Open night",
                                  text));
                  var draft =
                      session
                          .variants()
                          .draft(
                              new NewVariant(
                                  post.id(),
                                  agency.aurora(),
                                  agency.account(),
                                  CanonicalPayload.write(Agency.payload("remote-aurora", text)),
                                  null,
                                  null,
                                  "test"));
                  session.variants().submit(draft.id(), "test");
                  return session.variants().find(draft.id()).orElseThrow();
                });
    aurora
        .sends(Map.of("contentHash", waiting.contentHash(), "publishAt", "now"))
        .post("/api/v1/variants/%s/approval".formatted(waiting.id()))
        .then()
        .statusCode(200);
    return agency.attempted(agency.read(waiting.id()), new PublishOutcome.Published("net-1", null));
  }

  private NewRequest openNight(TenantSession session) {
    return new NewRequest(
        agency.aurora(),
        session.tenant().get().namespace(),
        "open-night",
        "a".repeat(64),
        "uid",
        Origin.GITOPS,
        "Tell them to come.",
        null,
        List.of(),
        null,
        null,
        List.of(),
        List.of());
  }
}
