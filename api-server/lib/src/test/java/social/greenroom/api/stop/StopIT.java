package social.greenroom.api.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.testing.Agency;
import social.greenroom.api.testing.DatabaseResource;
import social.greenroom.api.testing.Person;
import social.greenroom.core.access.Role;

/** The panic switch is the talent's own, a hold anybody's who works for them. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class StopIT {
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
  void aTalentStopsEverythingAndEverybodySeesWhoSinceWhenAndWhatWaits() {
    approve();
    String id = panic(aurora);
    assertThat(panic(aurora)).isEqualTo(id);
    editor
        .reads()
        .get("/api/v1/stops")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].kind", equalTo("panic"))
        .body("items[0].policy", equalTo("HoldAndDrain"))
        .body("items[0].talent.displayName", equalTo("Talent aurora"))
        .body("items[0].sentence", equalTo("Person aurora stopped everything."))
        .body("items[0].setAt", notNullValue())
        .body("items[0].waiting", equalTo(1))
        .body("items[0].mayLift", equalTo(false))
        .body("items[0].lifting", equalTo("Only Talent aurora can let it go on."));
    editor
        .reads()
        .get("/api/v1/talents")
        .then()
        .body("items[0].stopPolicy", equalTo("HoldAndDrain"));
    editor
        .reads()
        .get("/api/v1/variants?state=approved")
        .then()
        .body(
            "items[0].nextStep",
            equalTo("Sending is on hold, so it waits: Person aurora stopped everything."));
    editor.reads().get("/api/v1/activity").then().body("items.act", hasItem("stop.set"));
  }

  @Test
  void onlyTheOwnerGoesOn() {
    String id = panic(aurora);
    editor
        .acts()
        .delete("/api/v1/stops/" + id)
        .then()
        .statusCode(403)
        .body("detail", equalTo("Only Talent aurora can let it go on."));
    aurora.acts().delete("/api/v1/stops/" + id).then().statusCode(204);
    aurora.acts().delete("/api/v1/stops/" + id).then().statusCode(404);
    aurora.reads().get("/api/v1/stops").then().body("items", hasSize(0));
    editor.reads().get("/api/v1/activity").then().body("items.act", hasItem("stop.lifted"));
  }

  @Test
  void thePanicSwitchIsTheTalentsOwn() {
    editor
        .sends(Map.of("kind", "panic", "talentId", agency.aurora()))
        .post("/api/v1/stops")
        .then()
        .statusCode(403)
        .body("detail", containsString("put the posts on hold"));
  }

  @Test
  void anOperatorHoldsTheAgencyATalentOrAnAccountAndLetsGoOn() {
    String agencyWide = hold(Map.of("kind", "pause", "reason", "An audit."));
    String talent = hold(Map.of("kind", "pause", "talentId", agency.aurora()));
    String account = hold(Map.of("kind", "pause", "accountId", agency.account()));
    aurora
        .reads()
        .get("/api/v1/stops")
        .then()
        .body("items.scope", contains("account", "talent", "tenant"))
        .body(
            "items.sentence",
            contains(
                "Person editor put @aurora on Mastodon on hold.",
                "Person editor put Talent aurora's posts on hold.",
                "Person editor put all posts of the agency on hold."))
        .body("items[2].reason", equalTo("An audit."))
        .body("items[0].mayLift", equalTo(false));
    aurora.acts().delete("/api/v1/stops/" + account).then().statusCode(403);
    for (var id : new String[] {agencyWide, talent, account}) {
      editor.acts().delete("/api/v1/stops/" + id).then().statusCode(204);
    }
    editor.reads().get("/api/v1/stops").then().body("items", hasSize(0));
  }

  @Test
  void aTalentStopsNobodyElse() {
    var bela = agency.talent("bela");
    aurora
        .sends(Map.of("kind", "panic", "talentId", bela))
        .post("/api/v1/stops")
        .then()
        .statusCode(404);
    aurora.sends(Map.of("kind", "pause")).post("/api/v1/stops").then().statusCode(403);
    agency
        .signedIn("viewer", Role.VIEWER)
        .sends(Map.of("kind", "pause"))
        .post("/api/v1/stops")
        .then()
        .statusCode(403);
    hold(Map.of("kind", "pause", "talentId", bela));
    aurora.reads().get("/api/v1/stops").then().body("items", hasSize(0));
  }

  private void approve() {
    var waiting = agency.waiting("Goes out");
    aurora
        .sends(
            Map.of("contentHash", waiting.contentHash(), "publishAt", Agency.nextWeek().toString()))
        .post("/api/v1/variants/%s/approval".formatted(waiting.id()))
        .then()
        .statusCode(200);
  }

  private String panic(Person person) {
    return stop(person, Map.of("kind", "panic", "talentId", agency.aurora()));
  }

  private String hold(Map<String, ?> wanted) {
    return stop(editor, wanted);
  }

  private static String stop(Person person, Map<String, ?> wanted) {
    return person.sends(wanted).post("/api/v1/stops").then().statusCode(201).extract().path("id");
  }
}
