package social.greenroom.api.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.testing.Agency;
import social.greenroom.api.testing.DatabaseResource;
import social.greenroom.api.testing.Person;
import social.greenroom.core.access.Role;

/** Whatever is wrong is told as a problem, in a sentence, and without our inner workings. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class ProblemIT {
  @Inject ApiDatabases databases;

  private Person editor;

  @BeforeEach
  void signIn() {
    editor = new Agency(databases).signedIn("editor", Role.EDITOR);
  }

  @Test
  void anUnknownFieldIsNamed() {
    problem(
            editor
                .sends(Map.of("reason", "no", "colour", "green"))
                .post("/api/v1/variants/%s/rejection".formatted(UUID.randomUUID()))
                .then(),
            400)
        .body("errors[0].field", equalTo("colour"))
        .body("detail", equalTo("There is no field 'colour' here; remove it."));
  }

  @Test
  void malformedJsonIsLocated() {
    problem(
            editor
                .sends("{\"reason\": \"no\"")
                .post("/api/v1/variants/%s/rejection".formatted(UUID.randomUUID()))
                .then(),
            400)
        .body("detail", containsString("isn't valid JSON at line 1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"version\": \"one\"}",
        "{\"version\": 1.5}",
        "{\"version\": null}",
        "{\"version\": 1, \"publishAt\": \"tomorrow\"}",
        "{\"version\": 1, \"thread\": \"not a list\"}",
        "[]",
        "\"text\"",
        "{} {}",
        "{\"version\": 1, \"text\": \"NUL \\u0000\"}",
        "{\"version\": 1, \"thread\": [\"half \\ud83d\"]}"
      })
  void theWrongFormIsABadRequest(String body) {
    problem(editor.sends(body).patch("/api/v1/variants/" + UUID.randomUUID()).then(), 400);
  }

  @Test
  void nothingIsMissingSomething() {
    problem(
        editor
            .acts()
            .contentType(ContentType.JSON)
            .post("/api/v1/variants/%s/rejection".formatted(UUID.randomUUID()))
            .then(),
        422);
  }

  @Test
  void anInstantThatIsNoneIsNamed() {
    problem(
            editor
                .sends(Map.of("version", 1, "publishAt", "tomorrow"))
                .post("/api/v1/variants/%s/schedule".formatted(UUID.randomUUID()))
                .then(),
            400)
        .body("errors[0].field", equalTo("publishAt"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|version|'version' has to be a whole number.",
        "{\"version\": \"one\"}|version|'version' has to be a whole number.",
        "{\"version\": 1, \"publishAt\": \"tomorrow\"}|publishAt|'publishAt' has to be a time such as 2026-03-31T09:30:00Z.",
        "{\"version\": 1, \"thread\": \"no list\"}|thread|'thread' has to be a list.",
        "{\"version\": 1, \"text\": [1]}|text|'text' has to be a text.",
        "{\"version\": 1, \"text\": \"NUL \\u0000\"}|text|'text' holds a character that can't be stored; remove it.",
        "{\"version\": 1, \"thread\": [\"half \\ud83d\"]}|thread[0]|'thread[0]' holds a character that can't be stored; remove it."
      },
      quoteCharacter = '~')
  void whatAFieldHasToBeIsSaid(String body, String field, String sentence) {
    problem(editor.sends(body).patch("/api/v1/variants/" + UUID.randomUUID()).then(), 400)
        .body("errors[0].field", equalTo(field))
        .body("detail", equalTo(sentence));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/variants/not-an-id",
        "/api/v1/nothing",
        "/api/v1/media/" + "00",
        "/api/v1/variants/00000000-0000-0000-0000-000000000000"
      })
  void whatIsntThereIsNotFound(String path) {
    problem(editor.reads().get(path).then(), 404);
  }

  @Test
  void anotherMethodIsRefused() {
    problem(editor.acts().put("/api/v1/variants").then(), 405);
  }

  @Test
  void anotherTypeIsRefused() {
    problem(
        editor
            .acts()
            .contentType("text/plain")
            .body("no")
            .post("/api/v1/variants/%s/rejection".formatted(UUID.randomUUID()))
            .then(),
        415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/variants?state=lost",
        "/api/v1/variants?cursor=rubbish",
        "/api/v1/talents?cursor=rubbish",
        "/api/v1/activity?cursor=rubbish"
      })
  void aListSaysWhatItDoesntKnow(String path) {
    problem(editor.reads().get(path).then(), 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1"})
  void aListHasAtMost200Items(String limit) {
    problem(editor.reads().get("/api/v1/variants?limit=" + limit).then(), 422)
        .body("errors[0].field", equalTo("limit"));
  }

  @Test
  void aHugeBodyIsRefusedUnread() {
    problem(
        editor
            .sends(Map.of("reason", "x".repeat(2_000_000)))
            .post("/api/v1/variants/%s/rejection".formatted(UUID.randomUUID()))
            .then(),
        413);
  }

  @Test
  void nobodySignedInSeesNothing() {
    problem(given().get("/api/v1/variants").then(), 401);
    problem(given().cookie("greenroom_session", "forged").get("/api/v1/talents").then(), 401);
    given().get("/api/v1/events").then().statusCode(401);
  }

  private static ValidatableResponse problem(ValidatableResponse response, int status) {
    return response
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("detail", not(equalTo("")))
        .body("type", containsString("urn:greenroom:problem:"))
        .body(not(containsString("social.greenroom")))
        .body(not(containsString("com.fasterxml")))
        .body(not(containsString("Exception")));
  }
}
