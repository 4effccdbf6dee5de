package social.greenroom.api.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.testing.Agency;
import social.greenroom.api.testing.DatabaseResource;
import social.greenroom.api.testing.Person;
import social.greenroom.core.access.PasswordHash;
import social.greenroom.core.access.Role;
import social.greenroom.store.audit.AuditRow;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class SessionIT {
  private static final String PASSWORD = "correct horse battery";

  /** Hashing takes long on purpose; once is enough here. */
  private static final String HASH = PasswordHash.of(PASSWORD).text();

  @Inject ApiDatabases databases;

  @Test
  void signsInWithACookieThatNoScriptReads() {
    var agency = new Agency(databases);
    var email = withPassword(agency.member("aurora", Role.TALENT, agency.aurora()));

    signIn(email, PASSWORD)
        .statusCode(200)
        .header(
            "Set-Cookie",
            allOf(
                containsString("HttpOnly"),
                containsString("SameSite=Strict"),
                containsString("Path=/")))
        .body("user.email", equalTo(email))
        .body("role", equalTo("talent"))
        .body("talent.displayName", equalTo("Talent aurora"))
        .body("tenant.id", equalTo(agency.id().toString()))
        .body("sandbox", equalTo(false));
  }

  @Test
  void anUnknownAddressAndAWrongPasswordAreRefusedInTheSameWords() {
    var agency = new Agency(databases);
    var email = withPassword(agency.member("aurora", Role.TALENT, agency.aurora()));

    var wrong = signIn(email, "guess").statusCode(401).extract().asString();
    signIn(agency.email("nobody"), "guess").statusCode(401).body(equalTo(wrong));
  }

  @Test
  void remembersWhoIsSignedInUntilSigningOut() {
    var person = new Agency(databases).auroraSignedIn();

    person.reads().get("/api/v1/session").then().statusCode(200);
    person.acts().delete("/api/v1/session").then().statusCode(204);
    person.reads().get("/api/v1/session").then().statusCode(401);
  }

  @Test
  void tellsAPageQuietlyThatNobodyIsSignedIn() {
    given().get("/api/v1/session?optional=true").then().statusCode(204);
    given().get("/api/v1/session").then().statusCode(401).contentType("application/problem+json");
  }

  @Test
  void theInvitedOwnerBecomesTheOwnerBySigningIn() {
    var agency = new Agency(databases);
    signIn(withPassword(agency.member("aurora", Role.TALENT, agency.aurora())), PASSWORD)
        .statusCode(200);

    var acts =
        databases
            .tenants()
            .in(agency.id(), session -> session.audit().list(null, null, null, 10).items());
    assertThat(acts).extracting(AuditRow::act).contains("session.began", "talent.owner_accepted");
    var owner =
        databases
            .tenants()
            .in(agency.id(), session -> session.talents().find(agency.aurora()).orElseThrow());
    var user = databases.lookup().users().byEmail(agency.email("aurora")).orElseThrow();
    assertThat(owner.ownerUserId()).isEqualTo(user.id());
  }

  @Test
  void guessingOnePersonsPasswordIsSlowedDown() {
    var agency = new Agency(databases);
    var email = withPassword(agency.member("aurora", Role.TALENT, agency.aurora()));
    for (int i = 0; i < 3; i++) {
      signIn(email, "guess " + i).statusCode(401);
    }

    signIn(email, PASSWORD)
        .statusCode(429)
        .header("Retry-After", not(equalTo("0")))
        .body("detail", containsString("Try again in"));
    signIn(withPassword(agency.member("bela", Role.EDITOR, null)), PASSWORD).statusCode(200);
  }

  @Test
  void aRightPasswordCostsNoTry() {
    var agency = new Agency(databases);
    var email = withPassword(agency.member("aurora", Role.TALENT, agency.aurora()));
    for (int i = 0; i < 4; i++) {
      signIn(email, PASSWORD).statusCode(200);
    }
  }

  @Test
  void anotherSitesPageCannotSignAnybodyIn() {
    given()
        .contentType(ContentType.JSON)
        .header("Origin", "https://evil.example")
        .body(Map.of("email", "a@b.example", "password", "x"))
        .post("/api/v1/session")
        .then()
        .statusCode(403);
    given()
        .contentType("text/plain")
        .body("{\"email\":\"a@b.example\",\"password\":\"x\"}")
        .post("/api/v1/session")
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
  }

  @Test
  void unsafeRequestsNeedTheSessionsOwnToken() {
    var agency = new Agency(databases);
    var person = agency.auroraSignedIn();
    var other = agency.signedIn("bela", Role.EDITOR);

    person.reads().delete("/api/v1/session").then().statusCode(403);
    new Person(person.cookie(), other.csrfToken())
        .acts()
        .delete("/api/v1/session")
        .then()
        .statusCode(403)
        .body("detail", containsString("X-CSRF-Token"));
    person.reads().get("/api/v1/session").then().statusCode(200);
  }

  @Test
  void whatIsMissingIsNamedFieldByField() {
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("email", ""))
        .post("/api/v1/session")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("errors", hasSize(2))
        .body("errors[0].field", equalTo("email"))
        .body("errors[0].message", equalTo("Enter your e-mail address."))
        .body("errors[1].field", equalTo("password"));
  }

  private String withPassword(String email) {
    var users = databases.lookup().users();
    users.setPassword(users.byEmail(email).orElseThrow().id(), HASH);
    return email;
  }

  private static ValidatableResponse signIn(String email, String password) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("email", email, "password", password))
        .post("/api/v1/session")
        .then();
  }
}
