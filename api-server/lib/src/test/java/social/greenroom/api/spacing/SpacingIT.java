package social.greenroom.api.spacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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

/** Posts of 09:00 and 17:00 in Lisbon, two a day and four hours apart. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class SpacingIT {
  private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

  @Inject ApiDatabases databases;

  private final LocalDate first = LocalDate.now(LISBON).plusDays(3);
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
  void aPlanIsOnlyAPlan() {
    var posts = waiting(3);

    var plan = plan(6, posts);

    assertThat(plan.getInt("moving")).isEqualTo(3);
    assertThat(plan.getList("posts.at"))
        .containsExactly(nine(0).toString(), nine(2).toString(), nine(4).toString());
    assertThat(plan.getList("posts.reason", String.class))
        .allSatisfy(
            reason -> assertThat(reason).contains("is a free slot (account aurora: slots)"));
    for (var post : posts) {
      assertThat(agency.read(post.id()).version()).isEqualTo(post.version());
      assertThat(agency.read(post.id()).publishAt()).isNull();
    }
  }

  @Test
  void anAcceptedPlanIsDoneAndRecorded() {
    var posts = waiting(3);

    accept(plan(6, posts)).statusCode(200).body("moved", equalTo(3));

    assertThat(agency.read(posts.get(1).id()).publishAt()).isEqualTo(nine(2));
    assertThat(agency.read(posts.get(1).id()).scheduleReason())
        .startsWith("Moved by Person editor. Spaced out over 6 days:");
    editor
        .reads()
        .get("/api/v1/activity")
        .then()
        .body(
            "items.sentence",
            hasItem(
                allOf(
                    startsWith("Person editor moved the post for Mastodon (@aurora) to "),
                    containsString(", one of 3 posts spaced out over 6 days."))));
  }

  @Test
  void anApprovalIsLostOutsideItsWindowAndThePlanSaysSo() {
    var within = approved("Any time", nine(-2).toString(), null);
    var outside = approved("Soon only", nine(-1).toString(), nine(-1));

    var plan = plan(2, List.of(within, outside));

    assertThat(plan.getList("posts.needsApproval")).containsExactly(false, true);
    accept(plan).statusCode(200).body("needingApproval", equalTo(1));
    assertThat(agency.read(within.id()).state()).isEqualTo(VariantState.APPROVED);
    assertThat(agency.read(outside.id()).state()).isEqualTo(VariantState.AWAITING_APPROVAL);
  }

  @Test
  void oneChangedPostStopsAll() {
    var posts = waiting(2);
    var plan = plan(2, posts);
    editor
        .sends(Map.of("version", posts.get(1).version(), "text", "Other words"))
        .patch("/api/v1/variants/" + posts.get(1).id())
        .then()
        .statusCode(200);

    accept(plan)
        .statusCode(409)
        .body(
            "detail",
            equalTo(
                "Since the plan was made, the post for Mastodon (@aurora) was changed. Nothing was"
                    + " moved; make the plan again."));
    assertThat(agency.read(posts.get(0).id()).publishAt()).isNull();
  }

  @Test
  void aTimeThatWasTakenMeanwhileStopsAll() {
    var posts = waiting(2);
    var plan = plan(2, posts);
    approved("Came between", nine(0).toString(), null);

    accept(plan)
        .statusCode(409)
        .body("detail", startsWith("The plan doesn't fit any more: another post took a time"));
    assertThat(agency.read(posts.get(0).id()).publishAt()).isNull();
  }

  @Test
  void aPlanIsAcceptedOnce() {
    var plan = plan(2, waiting(2));

    accept(plan).statusCode(200);
    accept(plan).statusCode(409);
  }

  @Test
  void ofTwoWhoAcceptPlansOfTheSamePostsAtOnceOneMovesThem() throws Exception {
    var posts = waiting(6);
    var backwards = new ArrayList<>(posts);
    Collections.reverse(backwards);
    var plans = List.of(plan(6, posts), plan(12, backwards));
    var together = new CyclicBarrier(plans.size());
    try (var people = new Closing(Executors.newFixedThreadPool(plans.size()))) {
      var answers = new ArrayList<Future<Integer>>();
      for (var plan : plans) {
        answers.add(
            people
                .service()
                .submit(
                    () -> {
                      together.await();
                      return accept(plan).extract().statusCode();
                    }));
      }
      assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
          .containsExactlyInAnyOrder(200, 409);
    }
    assertThat(posts)
        .extracting(post -> agency.read(post.id()).version())
        .containsOnly(posts.get(0).version() + 1);
  }

  private record Closing(ExecutorService service) implements AutoCloseable {
    @Override
    public void close() {
      service.shutdownNow();
    }
  }

  @Test
  void whatIsLiveIsNotTouched() {
    var live =
        agency.attempted(
            approved("Out already", "now", null),
            new PublishOutcome.Published("1", "https://social.example/1"));
    var waiting = agency.waiting("Still to come");

    var plan = plan(2, List.of(live, waiting));

    assertThat(plan.getString("posts[0].at")).isNull();
    assertThat(plan.getString("posts[0].reason"))
        .isEqualTo("A post that is published can't be moved any more.");
    accept(plan).statusCode(200).body("moved", equalTo(1));
    assertThat(agency.read(live.id())).isEqualTo(live);
  }

  @Test
  void whatFindsNoPlaceStaysAndSaysWhy() {
    var posts = waiting(3);

    var plan = plan(1, posts);

    assertThat(plan.getInt("moving")).isEqualTo(2);
    assertThat(plan.getString("posts[2].reason"))
        .contains("would be post 3 of a day that holds 2 (default: daily cap 2).");
    accept(plan).statusCode(200);
    assertThat(agency.read(posts.get(2).id()).version()).isEqualTo(posts.get(2).version());
  }

  @Test
  void theTalentsDayHoldsOverAllAccounts() {
    agency.capAurora(1);
    var second = agency.account(agency.aurora(), "aurora-too", null);
    var other = agency.waiting(agency.aurora(), second, "remote-aurora-too", "There");

    var plan = plan(1, List.of(agency.waiting("Here"), other));

    assertThat(plan.getList("posts.moves")).containsExactly(true, false);
  }

  @Test
  void anotherTalentsPostsAreNotThere() {
    var bela = agency.talent("bela");
    var account = agency.account(bela, "bela", null);
    var belas = agency.waiting(bela, account, "remote-bela", "Bela's words");

    wish(aurora, 2, List.of(belas)).statusCode(404);
    acceptance(aurora, plan(2, List.of(belas))).statusCode(404);
  }

  @Test
  void aWishThatCannotBeIsRefusedByItsField() {
    var post = agency.waiting("Once");

    wish(editor, 61, List.of(post)).statusCode(422).body("errors.field", hasItem("days"));
    wish(editor, 3, List.of(post, post))
        .statusCode(422)
        .body("detail", equalTo("A post is named twice; name each once."));
    wish(editor, 3, List.of()).statusCode(422).body("errors.field", hasItem("variants"));
  }

  private List<VariantRow> waiting(int count) {
    return IntStream.range(0, count).mapToObj(n -> agency.waiting("Words " + n)).toList();
  }

  private VariantRow approved(String text, String at, Instant notAfter) {
    var post = agency.waiting(text);
    Map<String, Object> body = new HashMap<>();
    body.put("contentHash", post.contentHash());
    body.put("publishAt", at);
    if (notAfter != null) {
      body.put("window", Map.of("notAfter", notAfter.toString()));
    }
    aurora
        .sends(body)
        .post("/api/v1/variants/%s/approval".formatted(post.id()))
        .then()
        .statusCode(200);
    return agency.read(post.id());
  }

  private JsonPath plan(int days, List<VariantRow> posts) {
    return wish(editor, days, posts).statusCode(200).extract().jsonPath();
  }

  private ValidatableResponse wish(Person person, int days, List<VariantRow> posts) {
    return person
        .sends(
            Map.of(
                "variants",
                posts.stream().map(VariantRow::id).toList(),
                "from",
                first.toString(),
                "days",
                days))
        .post("/api/v1/spacing-plans")
        .then();
  }

  private ValidatableResponse accept(JsonPath plan) {
    return acceptance(editor, plan);
  }

  private static ValidatableResponse acceptance(Person person, JsonPath plan) {
    var posts = plan.getList("posts", Map.class);
    return person
        .sends(
            Map.of(
                "variants",
                posts.stream()
                    .map(
                        post -> Map.of("id", post.get("variantId"), "version", post.get("version")))
                    .toList(),
                "from",
                plan.getString("from"),
                "days",
                plan.getInt("days"),
                "digest",
                plan.getString("digest")))
        .post("/api/v1/spacing-plans/acceptance")
        .then();
  }

  private Instant nine(int day) {
    return first.plusDays(day).atTime(9, 0).atZone(LISBON).toInstant();
  }
}
