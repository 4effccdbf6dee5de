package social.greenroom.api.consent;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

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

/** Lasting consent is the owner's to give, off until then, and ends when they say so. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class StandingApprovalIT {
  @Inject ApiDatabases databases;

  private Agency agency;
  private Person aurora;
  private Person editor;
  private String path;

  @BeforeEach
  void signIn() {
    agency = new Agency(databases);
    aurora = agency.auroraSignedIn();
    editor = agency.signedIn("editor", Role.EDITOR);
    path = "/api/v1/talents/%s/standing-approvals".formatted(agency.aurora());
  }

  @Test
  void anOperatorApprovesOnceTheOwnerAllowsItAndNoLongerOnceRevoked() {
    approveAsEditor(403);
    String editorId =
        aurora
            .reads()
            .get(path)
            .then()
            .body("items", hasSize(0))
            .body("mayGive", equalTo(true))
            .body("operators.displayName", contains("Person editor"))
            .extract()
            .path("operators[0].id");
    var wanted = Map.of("kind", "operator_override", "userId", editorId);
    String id =
        aurora
            .sends(wanted)
            .post(path)
            .then()
            .statusCode(201)
            .body("sentence", equalTo("Person editor may approve posts in Talent aurora's place."))
            .extract()
            .path("id");
    aurora.sends(wanted).post(path).then().statusCode(201).body("id", equalTo(id));
    approveAsEditor(200);
    editor.reads().get(path).then().body("items", hasSize(1)).body("mayGive", equalTo(false));
    aurora.acts().delete(path + "/" + id).then().statusCode(204);
    approveAsEditor(403);
    aurora.reads().get(path).then().body("items", hasSize(0));
    aurora
        .reads()
        .get("/api/v1/activity")
        .then()
        .body("items.act", hasItem("consent.given"))
        .body("items.act", hasItem("consent.revoked"));
  }

  @Test
  void aNamedSourceIsAllowed() {
    aurora
        .sends(Map.of("kind", "auto_source", "source", "portal"))
        .post(path)
        .then()
        .statusCode(201)
        .body(
            "sentence",
            equalTo(
                "Posts from what you ask for in the portal go out without anybody being asked."));
    aurora.sends(Map.of("kind", "auto_source")).post(path).then().statusCode(422);
  }

  @Test
  void nobodyElseGivesOrRevokes() {
    var wanted = Map.of("kind", "auto_source", "source", "persona");
    editor.sends(wanted).post(path).then().statusCode(403);
    agency.signedIn("owner", Role.OWNER).sends(wanted).post(path).then().statusCode(403);
    String id = aurora.sends(wanted).post(path).then().statusCode(201).extract().path("id");
    editor.acts().delete(path + "/" + id).then().statusCode(403);
    new Agency(databases).signedIn("owner", Role.OWNER).reads().get(path).then().statusCode(404);
  }

  private void approveAsEditor(int status) {
    var waiting = agency.waiting("Anything");
    editor
        .sends(
            Map.of("contentHash", waiting.contentHash(), "publishAt", Agency.nextWeek().toString()))
        .post("/api/v1/variants/%s/approval".formatted(waiting.id()))
        .then()
        .statusCode(status);
  }
}
