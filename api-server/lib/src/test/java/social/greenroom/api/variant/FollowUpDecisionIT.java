package social.greenroom.api.variant;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
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
import social.greenroom.core.channel.OwnPost;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.network.Platform;
import social.greenroom.core.network.RetryClass;
import social.greenroom.core.post.Payload;
import social.greenroom.store.follow.FollowUpFinish;
import social.greenroom.store.post.VariantRow;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class FollowUpDecisionIT {
  @Inject ApiDatabases databases;
  private Agency agency;
  private Person aurora;

  @BeforeEach
  void signIn() {
    agency = new Agency(databases);
    aurora = agency.auroraSignedIn();
  }

  @Test
  void whatNobodyKnowsIsShownWithWhatWasFoundAndAPersonPicksIt() {
    var post = publishedThread();
    sent(post, new PublishOutcome.Unknown("The connection broke."));
    show(post).body("followUps[0].actions", empty());
    decide(post, 1, Map.of("version", version(post, 0), "decision", "not_done"))
        .statusCode(409)
        .body("detail", containsString("still being read"));
    show(post).body("followUps[0].state", equalTo("unknown"));
    databases
        .tenants()
        .run(
            agency.id(),
            session ->
                session
                    .followUpSettlements()
                    .ask(
                        session.followUps().attempts(List.of(post.id())).get(0),
                        "Two of them look alike.",
                        List.of(
                            new OwnPost(
                                "found-2", "https://social.example/2", "Two", Instant.now()))));

    show(post)
        .body("followUps", hasSize(3))
        .body("followUps[0].state", equalTo("unknown"))
        .body("followUps[0].text", equalTo("Two"))
        .body("followUps[0].doubt.why", equalTo("Two of them look alike."))
        .body("followUps[0].doubt.candidates.text", contains("Two"))
        .body("followUps[0].actions", contains("done", "not_done"))
        .body("followUps[1].actions", contains("leave_out"));

    decide(post, 1, Map.of("version", 99, "decision", "done")).statusCode(409);
    decide(post, 1, Map.of("version", version(post, 0), "decision", "done", "remoteId", "made-up"))
        .statusCode(409)
        .body("detail", containsString("isn't one of the posts"));
    decide(post, 1, Map.of("version", version(post, 0), "decision", "done", "remoteId", "found-2"))
        .statusCode(200)
        .body("followUps[0].state", equalTo("done"))
        .body("followUps[0].doubt", nullValue());
    decide(post, 1, Map.of("version", version(post, 0), "decision", "retry")).statusCode(409);
  }

  @Test
  void whatFailedNeedsCareAndIsTriedAgainOrLeftOut() {
    var post = publishedThread();
    sent(post, new PublishOutcome.Rejected("Not like this."));

    aurora
        .reads()
        .get("/api/v1/overview")
        .then()
        .body("care.kind", contains("follow_up_failed"))
        .body("care[0].sentence", containsString("Not like this."));
    decide(post, 1, Map.of("version", version(post, 0), "decision", "retry"))
        .statusCode(200)
        .body("followUps[0].state", equalTo("waiting"));
    decide(post, 1, Map.of("version", version(post, 0), "decision", "leave_out"))
        .statusCode(200)
        .body("followUps.state", contains("left_out", "left_out", "waiting"));
  }

  @Test
  void whoOnlyReadsDecidesNothing() {
    var post = publishedThread();
    var viewer = agency.signedIn("viewer", Role.VIEWER);
    viewer
        .sends(Map.of("version", 1, "decision", "leave_out"))
        .post("/api/v1/variants/%s/follow-ups/1/decision".formatted(post.id()))
        .then()
        .statusCode(403);
  }

  private VariantRow publishedThread() {
    var payload =
        new Payload(
            Platform.MASTODON,
            "remote-aurora",
            "One",
            List.of("Two", "Three"),
            "And?",
            null,
            List.of(),
            new TreeMap<>());
    var waiting = agency.waiting(agency.aurora(), agency.account(), payload, null);
    aurora
        .sends(Map.of("contentHash", waiting.contentHash(), "publishAt", "now"))
        .post("/api/v1/variants/%s/approval".formatted(waiting.id()))
        .then()
        .statusCode(200);
    return agency.attempted(agency.read(waiting.id()), new PublishOutcome.Published("net-1", null));
  }

  /** Sends what follows next, as a worker would; that is what came of the call. */
  private void sent(VariantRow post, PublishOutcome outcome) {
    databases
        .tenants()
        .run(
            agency.id(),
            session -> {
              var claim = session.followUpClaims().claim("worker", null, post.id(), 1).get(0);
              var attempt =
                  session.followUpLedger().begin(claim, "key", RetryClass.IDEMPOTENT, "net-1");
              session
                  .followUpLedger()
                  .finish(claim, attempt, FollowUpFinish.of(outcome, Instant.now(), null));
            });
  }

  private int version(VariantRow post, int index) {
    return show(post).extract().path("followUps[%d].version".formatted(index));
  }

  private ValidatableResponse show(VariantRow post) {
    return aurora.reads().get("/api/v1/variants/" + post.id()).then().statusCode(200);
  }

  private ValidatableResponse decide(VariantRow post, int position, Map<String, Object> body) {
    return aurora
        .sends(body)
        .post("/api/v1/variants/%s/follow-ups/%d/decision".formatted(post.id(), position))
        .then();
  }
}
