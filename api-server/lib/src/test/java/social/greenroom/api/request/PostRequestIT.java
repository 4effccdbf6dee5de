package social.greenroom.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.testing.Agency;
import social.greenroom.api.testing.DatabaseResource;
import social.greenroom.api.testing.Person;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class PostRequestIT {
  @Inject ApiDatabases databases;

  private Agency agency;
  private Person aurora;

  @BeforeEach
  void signIn() {
    agency = new Agency(databases);
    aurora = agency.auroraSignedIn();
  }

  @Test
  void isStoredBeforeItIsAcknowledged() {
    var body =
        Map.of(
            "talentId", agency.aurora(),
            "text", " The first snow ",
            "accountIds", List.of(agency.account()),
            "attachments", List.of());
    var id =
        ask(UUID.randomUUID(), body)
            .statusCode(202)
            .body("text", equalTo("The first snow"))
            .body("stage", equalTo("received"))
            .body("source", equalTo("portal"))
            .body("talent.id", equalTo(agency.aurora().toString()))
            .body("accounts.handle", contains("@aurora"))
            .extract()
            .<String>path("id");

    var waiting = databases.tenants().in(agency.id(), s -> s.intake().waiting(10));
    assertThat(waiting).singleElement().extracting(it -> it.id().toString()).isEqualTo(id);
    aurora.reads().get("/api/v1/post-requests").then().body("items.id", contains(id));
  }

  @Test
  void theSameKeyIsTheSameRequest() {
    var key = UUID.randomUUID();
    var body = Map.of("talentId", agency.aurora(), "text", "Once");
    var first = ask(key, body).statusCode(202).extract().asString();

    ask(key, body).statusCode(202).body(equalTo(first));
    var waiting = databases.tenants().in(agency.id(), s -> s.intake().waiting(10));
    assertThat(waiting).hasSize(1);
    aurora
        .reads()
        .get("/api/v1/activity")
        .then()
        .body("items.findAll { it.act == 'request.asked' }", hasSize(1));
  }

  @Test
  void needsAKey() {
    aurora
        .sends(Map.of("talentId", agency.aurora(), "text", "No key"))
        .post("/api/v1/post-requests")
        .then()
        .statusCode(422)
        .body("detail", containsString("Idempotency-Key"));
  }

  @Test
  void saysWhichFieldIsWrong() {
    ask(
            UUID.randomUUID(),
            Map.of(
                "talentId", agency.aurora(),
                "text", " ",
                "attachments", List.of(Map.of("uri", "file:/etc/passwd"))))
        .statusCode(422)
        .body("errors.field", contains("attachments[0].uri", "text"));
  }

  @Test
  void aFileThatWasNeverUploadedIsRefused() {
    ask(
            UUID.randomUUID(),
            Map.of(
                "talentId", agency.aurora(),
                "text", "With a picture",
                "attachments", List.of(Map.of("uri", "media:" + "a".repeat(64)))))
        .statusCode(422)
        .body("errors[0].message", equalTo("This file isn't here; upload it first."));
  }

  @Test
  void whatTheResourceWouldNotTakeIsRefusedWithTheRemedy() {
    var file = Map.of("uri", "media:" + "a".repeat(64), "altText", "x".repeat(1_501));
    ask(
            UUID.randomUUID(),
            Map.of(
                "talentId", agency.aurora(),
                "text", "x".repeat(8_001),
                "attachments", List.of(file)))
        .statusCode(422)
        .body("errors.field", contains("attachments[0].altText", "text"))
        .body(
            "errors.message",
            contains(
                "An alt text has at most 1500 characters; shorten it.",
                "A request has at most 8,000 characters; shorten it."));
    ask(
            UUID.randomUUID(),
            Map.of(
                "talentId", agency.aurora(),
                "text", "x",
                "accountIds", Stream.generate(UUID::randomUUID).limit(51).toList(),
                "attachments", Collections.nCopies(21, Map.of("uri", "media:" + "a".repeat(64)))))
        .statusCode(422)
        .body("errors.field", contains("accountIds", "attachments"));
  }

  @Test
  void theLongestTextThatTheResourceTakesIsTaken() {
    ask(UUID.randomUUID(), Map.of("talentId", agency.aurora(), "text", "x".repeat(8_000)))
        .statusCode(202);
  }

  @Test
  void nothingIsNamedTwice() {
    var file = Map.of("uri", "media:" + "a".repeat(64));
    ask(
            UUID.randomUUID(),
            Map.of(
                "talentId", agency.aurora(),
                "text", "Twice",
                "accountIds", List.of(agency.account(), agency.account()),
                "attachments", List.of(file, file)))
        .statusCode(422)
        .body("errors.field", contains("accountIds[1]", "attachments[1].uri"))
        .body("errors[0].message", equalTo("This account is named twice; name it once."));
  }

  @Test
  void thereIsNothingBeforeAnybodyAsks() {
    aurora.reads().get("/api/v1/post-requests").then().statusCode(200).body("items", empty());
  }

  private ValidatableResponse ask(UUID key, Map<String, ?> body) {
    return aurora.sends(body).header("Idempotency-Key", key).post("/api/v1/post-requests").then();
  }
}
