package social.greenroom.api.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.testing.Agency;
import social.greenroom.api.testing.DatabaseResource;
import social.greenroom.api.testing.Person;
import social.greenroom.core.access.Role;
import social.greenroom.core.post.Origin;
import social.greenroom.core.series.Occurrence;
import social.greenroom.core.series.RecurrenceDeclaration;
import social.greenroom.store.post.NewPost;
import social.greenroom.store.request.NewRequest;
import social.greenroom.store.series.OccurrenceState;
import social.greenroom.store.series.SeriesSpec;

/** Series are seen by whoever sees the talent, and paused by whoever may stop posts. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class SeriesIT {
  private static final Instant AT = Instant.parse("2027-02-01T08:00:00Z");

  @Inject ApiDatabases databases;

  private Agency agency;
  private Person aurora;
  private Person editor;
  private UUID id;

  @BeforeEach
  void signIn() {
    agency = new Agency(databases);
    aurora = agency.auroraSignedIn();
    editor = agency.signedIn("editor", Role.EDITOR);
    id =
        databases
            .tenants()
            .in(
                agency.id(),
                session -> {
                  var series = session.series().upsert(agency.aurora(), "monday-sky", mondays());
                  session.series().next(series.id(), AT, "The next time is Monday.");
                  return series.id();
                });
  }

  @Test
  void itIsListedWithItsNextTime() {
    editor
        .reads()
        .get("/api/v1/series")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].name", equalTo("monday-sky"))
        .body("items[0].talent.displayName", equalTo("Talent aurora"))
        .body("items[0].kind", equalTo("recurrence"))
        .body("items[0].rule", equalTo("FREQ=WEEKLY;BYDAY=MO"))
        .body("items[0].text", equalTo("The sky this week."))
        .body("items[0].nextAt", equalTo("2027-02-01T08:00:00Z"))
        .body("items[0].sentence", equalTo("The next time is Monday."))
        .body("items[0].mayPause", equalTo(true));
  }

  @Test
  void anotherTalentSeesItNot() {
    var dex = agency.talent("dex");
    var person = agency.signedIn("dex", Role.TALENT, dex);
    person.reads().get("/api/v1/series").then().statusCode(200).body("items", hasSize(0));
    person.acts().post("/api/v1/series/%s/pause".formatted(id)).then().statusCode(404);
  }

  @Test
  void aTalentPausesItAndOnlyTheyLetItGoOn() {
    aurora
        .acts()
        .post("/api/v1/series/%s/pause".formatted(id))
        .then()
        .statusCode(200)
        .body("pausedBy", equalTo("Person aurora"));
    editor.reads().get("/api/v1/series").then().body("items[0].mayPause", equalTo(false));
    editor
        .acts()
        .delete("/api/v1/series/%s/pause".formatted(id))
        .then()
        .statusCode(403)
        .body("detail", equalTo("Only Talent aurora can let it go on."));
    aurora
        .acts()
        .delete("/api/v1/series/%s/pause".formatted(id))
        .then()
        .statusCode(200)
        .body("pausedBy", nullValue());
    editor
        .reads()
        .get("/api/v1/activity")
        .then()
        .body("items.act", hasItem("series.paused"))
        .body("items.act", hasItem("series.resumed"));
  }

  @Test
  void whatAnEditorPausedTheTalentLetsGoOn() {
    editor.acts().post("/api/v1/series/%s/pause".formatted(id)).then().statusCode(200);
    aurora.acts().delete("/api/v1/series/%s/pause".formatted(id)).then().statusCode(200);
  }

  @Test
  void whatIsOverIsNotPaused() {
    databases
        .tenants()
        .run(agency.id(), session -> session.series().end(id, "The post was taken down."));
    editor.reads().get("/api/v1/series").then().body("items[0].ended", equalTo(true));
    editor
        .acts()
        .post("/api/v1/series/%s/pause".formatted(id))
        .then()
        .statusCode(422)
        .body("detail", equalTo("The series is over: The post was taken down."));
  }

  @Test
  void itsTimesLeadToTheirPosts() {
    var post = requested();
    editor
        .reads()
        .get("/api/v1/series?talent=" + agency.aurora())
        .then()
        .body("items[0].times.state", contains("requested"))
        .body("items[0].times[0].postId", equalTo(post.toString()));
  }

  private UUID requested() {
    return databases
        .tenants()
        .in(
            agency.id(),
            session -> {
              var series = session.series().find(id).orElseThrow();
              var name = "monday-sky-20270201-0900";
              session
                  .occurrences()
                  .decide(
                      series,
                      new Occurrence(LocalDateTime.parse("2027-02-01T09:00"), AT),
                      OccurrenceState.REQUESTED,
                      name,
                      null);
              var namespace = session.tenant().get().namespace();
              var request =
                  session
                      .requests()
                      .remember(
                          new NewRequest(
                              agency.aurora(),
                              namespace,
                              name,
                              "a".repeat(64),
                              "uid",
                              Origin.RECURRENCE,
                              "The sky this week.",
                              null,
                              List.of(),
                              AT,
                              null,
                              List.of(),
                              List.of()))
                      .request();
              var post =
                  session
                      .posts()
                      .put(
                          new NewPost(
                              agency.aurora(), request.id(), Origin.RECURRENCE, "Sky", "Sky"));
              assertThat(post.seriesName()).isEqualTo("monday-sky");
              return post.id();
            });
  }

  private static SeriesSpec mondays() {
    return new SeriesSpec(
        new RecurrenceDeclaration("FREQ=WEEKLY;BYDAY=MO", "2026-11-30T09:00", null, List.of()),
        null,
        "The sky this week.",
        Duration.ofDays(3),
        false);
  }
}
