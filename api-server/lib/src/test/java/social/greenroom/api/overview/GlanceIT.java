package social.greenroom.api.overview;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.testing.Agency;
import social.greenroom.api.testing.DatabaseResource;
import social.greenroom.api.testing.Person;
import social.greenroom.core.access.Role;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.store.post.VariantRow;

/** What is seen at a glance: the overview, the talents, the accounts, and that we are up. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class GlanceIT {
  @TestHTTPResource(value = "/", management = true)
  URI management;

  @Inject ApiDatabases databases;

  private Agency agency;
  private Person aurora;
  private Person owner;

  @BeforeEach
  void signIn() {
    agency = new Agency(databases);
    aurora = agency.auroraSignedIn();
    owner = agency.signedIn("owner", Role.OWNER);
  }

  @Test
  void theOverviewCountsAndNamesWhatNeedsCare() {
    agency.waiting("Waits");
    approve(agency.waiting("Goes out"), Agency.nextWeek().toString());
    var failing = approve(agency.waiting("Fails"), "now");
    agency.attempted(failing, new PublishOutcome.Rejected("The network said no."));

    owner
        .reads()
        .get("/api/v1/overview")
        .then()
        .statusCode(200)
        .body("waiting", equalTo(1))
        .body("failed", equalTo(1))
        .body("unknown", equalTo(0))
        .body("next.content.text", contains("Goes out"))
        .body("care", hasSize(1))
        .body("care[0].kind", equalTo("variant_failed"))
        .body("care[0].severity", equalTo("red"))
        .body("care[0].sentence", equalTo("A post for @aurora failed: The network said no."))
        .body("care[0].subject.id", equalTo(failing.id().toString()))
        .body("care[0].talent.displayName", equalTo("Talent aurora"));
  }

  @Test
  void aTalentIsShownWithHowTheirPostsStand() {
    agency.waiting("Waits");
    approve(agency.waiting("Scheduled"), Agency.nextWeek().toString());

    owner
        .reads()
        .get("/api/v1/talents")
        .then()
        .body("items[0].waiting", equalTo(1))
        .body("items[0].scheduled", equalTo(1))
        .body("items[0].nextGoesOutAt", notNullValue())
        .body("items[0].accounts.handle", contains("@aurora"))
        .body("items[0].stopPolicy", equalTo("None"));
    owner
        .reads()
        .get("/api/v1/talents/" + agency.aurora())
        .then()
        .statusCode(200)
        .body("profile.neverSay", contains("miracle cure"))
        .body("policy.blackouts", hasSize(0));
  }

  @Test
  void aTalentWithoutAnOwnerNeedsCare() {
    agency.talent("bela");

    owner
        .reads()
        .get("/api/v1/talents")
        .then()
        .body("items[1].needsCare", hasItem(containsString("Nobody owns Talent bela's posts yet")));
  }

  @Test
  void anAccountIsShownWithItsRulesAndItsNetworksLimits() {
    owner
        .reads()
        .get("/api/v1/accounts?talent=" + agency.aurora())
        .then()
        .statusCode(200)
        .body("items[0].platform", equalTo("mastodon"))
        .body("items[0].channel", equalTo("api"))
        .body("items[0].connected", equalTo(true))
        .body("items[0].health", equalTo("unknown"))
        .body("items[0].dailyCap", equalTo(2))
        .body("items[0].cooldownMinutes", equalTo(240))
        .body("items[0].slots[0].day", equalTo("monday"))
        .body("items[0].slots[0].time", equalTo("09:00"))
        .body("items[0].limits.maxChars", equalTo(500))
        .body("items[0].limits.unit", equalTo("graphemes"))
        .body("items[0].limits.urlWeight", equalTo(23))
        .body("items[0].capabilities", hasItem("publish_text"))
        .body("items[0].nextSlot", notNullValue());
  }

  @Test
  void readyMeansThatTheDatabaseAnswers() {
    given()
        .get(management.resolve("/q/health/ready"))
        .then()
        .statusCode(200)
        .body("checks.name", hasItem("api-server database"));
  }

  private VariantRow approve(VariantRow waiting, String publishAt) {
    aurora
        .sends(Map.of("contentHash", waiting.contentHash(), "publishAt", publishAt))
        .post("/api/v1/variants/%s/approval".formatted(waiting.id()))
        .then()
        .statusCode(200);
    return agency.read(waiting.id());
  }
}
