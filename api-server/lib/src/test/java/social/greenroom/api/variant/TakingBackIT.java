package social.greenroom.api.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
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
import social.greenroom.core.post.VariantState;
import social.greenroom.store.post.VariantRow;

/** A yes can be taken back until it is being sent. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class TakingBackIT {
  @Inject ApiDatabases databases;

  private Agency agency;
  private Person aurora;

  @BeforeEach
  void signIn() {
    agency = new Agency(databases);
    aurora = agency.auroraSignedIn();
  }

  @Test
  void afterwardsItWaitsAgainWithTheTimeItHad() {
    var approved = approved("Too soon", Agency.nextWeek().toString());

    takeBack(aurora, approved)
        .statusCode(200)
        .body("state", equalTo("awaiting_approval"))
        .body("publishAt", equalTo(approved.publishAt().toString()))
        .body("decidedBy", nullValue())
        .body("actions", hasItems("approve", "reject"))
        .body("actions", not(hasItem("take_back")));

    var history = databases.tenants().in(agency.id(), s -> s.approvals().history(approved.id()));
    assertThat(history)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.approval().live()).isFalse();
              assertThat(it.voidReason()).isEqualTo("Person aurora took the approval back.");
            });
    aurora
        .reads()
        .get("/api/v1/activity")
        .then()
        .body("items[0].act", equalTo("variant.approval_taken_back"))
        .body("items[0].sentence", containsString("took the approval of the post for Mastodon"));
  }

  @Test
  void anApprovalCanBeGivenAnew() {
    var approved = approved("Twice", Agency.nextWeek().toString());
    takeBack(aurora, approved).statusCode(200);

    approve(approved, Agency.nextWeek().toString())
        .statusCode(200)
        .body("state", equalTo("approved"));
  }

  @Test
  void whatIsQueuedIsNotSentAfterwards() {
    var queued = queued("Queued");
    assertThat(queued.state()).isEqualTo(VariantState.QUEUED);

    takeBack(aurora, queued).statusCode(200).body("state", equalTo("awaiting_approval"));

    assertThat(claim(queued.dispatchId())).isZero();
  }

  @Test
  void whatIsBeingSentIsTooLate() {
    var queued = queued("Going");
    assertThat(claim(queued.dispatchId())).isOne();
    takeBack(aurora, agency.read(queued.id()))
        .statusCode(409)
        .body("detail", containsString("going out at this moment"));
  }

  @Test
  void whatMayHaveGoneOutIsTooLate() {
    var sent =
        agency.attempted(
            approved("Gone", "now"), new PublishOutcome.Unknown("The connection broke."));

    takeBack(aurora, sent).statusCode(409).body("detail", containsString("settle that first"));
  }

  @Test
  void whatHasNoApprovalHasNoneToTakeBack() {
    takeBack(aurora, agency.waiting("Waits"))
        .statusCode(409)
        .body("detail", containsString("awaiting approval has no approval"));
  }

  @Test
  void anOldVersionIsRefused() {
    var approved = approved("Moved since", Agency.nextWeek().toString());

    takeBack(aurora, approved.id(), approved.version() - 1)
        .statusCode(409)
        .body("detail", containsString("changed since you saw it"));
    assertThat(agency.read(approved.id()).state()).isEqualTo(VariantState.APPROVED);
  }

  @Test
  void theVersionHasToBeSaid() {
    var approved = approved("Which", Agency.nextWeek().toString());

    aurora
        .acts()
        .delete("/api/v1/variants/%s/approval".formatted(approved.id()))
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("version"));
  }

  @Test
  void onlyWhoMayApproveTakesItBack() {
    var approved = approved("Hers", Agency.nextWeek().toString());

    takeBack(agency.signedIn("admin", Role.ADMIN), approved).statusCode(403);
    takeBack(agency.signedIn("viewer", Role.VIEWER), approved).statusCode(403);
    takeBack(new Agency(databases).auroraSignedIn(), approved).statusCode(404);
    assertThat(agency.read(approved.id()).state()).isEqualTo(VariantState.APPROVED);
  }

  private VariantRow approved(String text, String publishAt) {
    var waiting = agency.waiting(text);
    approve(waiting, publishAt).statusCode(200);
    return agency.read(waiting.id());
  }

  private VariantRow queued(String text) {
    var approved = approved(text, "now");
    var now = Instant.now();
    databases
        .tenants()
        .run(
            agency.id(),
            session -> session.planning().queue(session.dispatches().plan(now).id(), now, 10));
    return agency.read(approved.id());
  }

  /** How many of the dispatch a worker can take to send. */
  private int claim(UUID dispatch) {
    return databases
        .tenants()
        .in(agency.id(), session -> session.claims().claim("worker", dispatch, 10).size());
  }

  private ValidatableResponse approve(VariantRow variant, String publishAt) {
    return aurora
        .sends(Map.of("contentHash", variant.contentHash(), "publishAt", publishAt))
        .post("/api/v1/variants/%s/approval".formatted(variant.id()))
        .then();
  }

  private static ValidatableResponse takeBack(Person person, VariantRow variant) {
    return takeBack(person, variant.id(), variant.version());
  }

  private static ValidatableResponse takeBack(Person person, UUID variant, int version) {
    return person
        .acts()
        .queryParam("version", version)
        .delete("/api/v1/variants/%s/approval".formatted(variant))
        .then();
  }
}
