package social.greenroom.api.caps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
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

/**
 * What a talent sets themselves. Slots at 09:00 and 17:00 in Lisbon, two a day, four hours apart.
 */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class OwnCapsIT {
  private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
  private static final Map<String, Object> NOTHING = Map.of();
  private static final Map<String, Object> ONE_A_DAY = Map.of("dailyCap", 1);
  private static final Map<String, Object> NIGHT =
      Map.of("quietHours", Map.of("from", "16:00", "until", "08:30"));

  @Inject ApiDatabases databases;

  private final LocalDate first = LocalDate.now(LISBON).plusDays(3);
  private Agency agency;
  private Person aurora;
  private Person editor;
  private String path;

  @BeforeEach
  void signIn() {
    agency = new Agency(databases);
    aurora = agency.auroraSignedIn();
    editor = agency.signedIn("editor", Role.EDITOR);
    path = "/api/v1/talents/%s/own-caps".formatted(agency.aurora());
  }

  @Test
  void whatIsSetIsShownToAllAndLiftedByTheTalent() {
    aurora
        .reads()
        .get(path)
        .then()
        .body("words", empty())
        .body("setAt", nullValue())
        .body("timeZone", equalTo("Europe/Lisbon"))
        .body("maySet", equalTo(true));
    save(Map.of(
            "dailyCap",
            2,
            "pauseMinutes",
            360,
            "quietHours",
            Map.of("from", "22:00", "until", "08:00")))
        .statusCode(200)
        .body("caps.dailyCap", equalTo(2))
        .body("setAt", notNullValue());
    editor
        .reads()
        .get(path)
        .then()
        .body("maySet", equalTo(false))
        .body("caps.pauseMinutes", equalTo(360))
        .body("caps.quietHours.until", equalTo("08:00"))
        .body(
            "words",
            contains(
                "at most 2 posts a day over all accounts",
                "at least 6 hours between two posts of an account",
                "nothing from 22:00 to 08:00"));
    editor
        .reads()
        .get("/api/v1/accounts")
        .then()
        .body(
            "items[0].rules.findAll { it.source == 'set by the talent' }.words",
            contains(
                "cooldown 6 hours", "quiet hours 22:00 to 08:00", "daily cap 2 over all accounts"));
    save(NOTHING).statusCode(200).body("words", empty()).body("setAt", nullValue());
    editor
        .reads()
        .get("/api/v1/accounts")
        .then()
        .body("items[0].rules.source", not(hasItem("set by the talent")));
    editor
        .reads()
        .get("/api/v1/activity")
        .then()
        .body(
            "items.sentence",
            hasItems(
                "Person aurora set: at most 2 posts a day over all accounts, at least 6 hours"
                    + " between two posts of an account, nothing from 22:00 to 08:00.",
                "Person aurora lifted their own caps."))
        .body("items.act", hasItems("caps.set", "caps.lifted"));
  }

  @Test
  void nobodyElseSetsPlansOrLiftsThem() {
    save(ONE_A_DAY).statusCode(200);
    var digest = plan(NOTHING).getString("digest");
    for (var person : List.of(editor, agency.signedIn("owner", Role.OWNER))) {
      person.sends(NOTHING).post(path + "/plan").then().statusCode(403);
      person
          .sends(Map.of("caps", NOTHING, "digest", digest))
          .put(path)
          .then()
          .statusCode(403)
          .body("detail", containsString("Only Talent aurora"));
    }
    var elsewhere = new Agency(databases).signedIn("owner", Role.OWNER);
    elsewhere.reads().get(path).then().statusCode(404);
    aurora.reads().get(path).then().body("caps.dailyCap", equalTo(1));
  }

  @Test
  void postsBeyondTheCapMoveAsThePlanSaidAndSayWhy() {
    var stays = approved("Morning", at(0, 9), null);
    var moves = approved("Evening", at(0, 17), null);

    var plan = plan(ONE_A_DAY);

    assertThat(plan.getInt("moving")).isEqualTo(1);
    assertThat(plan.getList("posts.variantId")).containsExactly(moves.id().toString());
    assertThat(plan.getString("posts[0].at")).isEqualTo(at(1, 9).toString());
    assertThat(agency.read(moves.id())).isEqualTo(moves);
    accept(ONE_A_DAY, plan).statusCode(200);
    assertThat(agency.read(stays.id())).isEqualTo(stays);
    var moved = agency.read(moves.id());
    assertThat(moved.state()).isEqualTo(VariantState.APPROVED);
    assertThat(moved.publishAt()).isEqualTo(at(1, 9));
    assertThat(moved.scheduleReason())
        .startsWith("Moved by Talent aurora's own caps.")
        .contains("the talent posts 1 a day over all accounts (set by the talent)");
    aurora
        .reads()
        .get("/api/v1/activity")
        .then()
        .body("items.sentence", hasItem(containsString("over all accounts. 1 post moved.")))
        .body("items.sentence", hasItem(containsString(", by their own caps.")));
  }

  @Test
  void quietHoursMoveWhatFallsIntoThemAndOutsideTheWindowAYesIsNeeded() {
    var open = approved("Any time", at(0, 17), null);
    var bound = approved("That evening only", at(1, 17), at(1, 20));

    var plan = plan(NIGHT);

    assertThat(plan.getList("posts.needsApproval")).containsExactly(false, true);
    accept(NIGHT, plan).statusCode(200);
    assertThat(agency.read(open.id()).publishAt()).isEqualTo(at(1, 9));
    assertThat(agency.read(bound.id()).state()).isEqualTo(VariantState.AWAITING_APPROVAL);
  }

  @Test
  void whatFindsNoOtherTimeKeepsItsTimeAndSaysWhy() {
    var waiting = agency.waitingUntil("The offer ends", at(0, 20));
    approve(waiting, at(0, 17), null).statusCode(200);

    var plan = plan(NIGHT);

    assertThat(plan.getInt("moving")).isZero();
    assertThat(plan.getInt("staying")).isEqualTo(1);
    accept(NIGHT, plan).statusCode(200);
    var held = agency.read(waiting.id());
    assertThat(held.dueAt()).isEqualTo(at(0, 17));
    assertThat(held.state()).isEqualTo(VariantState.APPROVED);
    assertThat(held.scheduleReason()).contains("set by the talent: quiet hours 16:00 to 08:30");
  }

  @Test
  void aPlanThatNoLongerFitsSetsAndMovesNothing() {
    var post = approved("Evening", at(0, 17), null);
    var plan = plan(NIGHT);
    approved("Came between", at(1, 9), null);

    accept(NIGHT, plan)
        .statusCode(409)
        .body("detail", containsString("Nothing was set or moved; look at what would move now"));

    assertThat(agency.read(post.id())).isEqualTo(post);
    aurora.reads().get(path).then().body("words", empty());
    accept(ONE_A_DAY, plan(NIGHT)).statusCode(409);
  }

  @Test
  void whatIsLiveCountsAndIsNotMoved() {
    var live =
        agency.attempted(
            approved("Out already", "now", null),
            new PublishOutcome.Published("1", "https://social.example/1"));

    accept(ONE_A_DAY, plan(ONE_A_DAY)).statusCode(200);

    assertThat(agency.read(live.id())).isEqualTo(live);
    var too = agency.account(agency.aurora(), "aurora-too", null);
    var another = agency.waiting(agency.aurora(), too, "remote-aurora-too", "Another today");
    approve(another, "now", null)
        .statusCode(422)
        .body("errors.field", contains("publishAt"))
        .body("detail", containsString("(set by the talent)"))
        .body("detail", containsString("The earliest time is"));
  }

  @Test
  void everyTimeThatIsChosenKeepsToThem() {
    save(NIGHT).statusCode(200);
    approve(agency.waiting("At night"), at(0, 17), null)
        .statusCode(422)
        .body("detail", containsString("is inside the quiet hours"));
    approve(agency.waiting("Next"), "next", null).statusCode(200);
    var next =
        editor
            .reads()
            .get("/api/v1/accounts")
            .then()
            .extract()
            .jsonPath()
            .getString("items[0].nextSlot");
    assertThat(hour(next)).isEqualTo(9);
    var posts = List.of(agency.waiting("One"), agency.waiting("Two"), agency.waiting("Three"));
    var spaced =
        editor
            .sends(
                Map.of(
                    "variants",
                    posts.stream().map(VariantRow::id).toList(),
                    "from",
                    first.toString(),
                    "days",
                    5))
            .post("/api/v1/spacing-plans")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(spaced.getList("posts.at", String.class))
        .hasSize(3)
        .allSatisfy(at -> assertThat(hour(at)).isEqualTo(9));
  }

  @Test
  void whoeverMovesAPostMeanwhileWaitsOrIsToldAndNothingIsAgainstTheCaps() throws Exception {
    var posts = new ArrayList<VariantRow>();
    for (var day = 0; day < 6; day++) {
      posts.add(approved("Evening " + day, at(day, 17), null));
    }
    var plan = plan(NIGHT);
    assertThat(plan.getInt("moving")).isEqualTo(6);
    var together = new CyclicBarrier(3);
    try (var people = new Closing(Executors.newFixedThreadPool(3))) {
      var answers =
          Stream.<Callable<Integer>>of(
                  () -> accept(NIGHT, plan).extract().statusCode(),
                  () -> move(posts.get(2), at(9, 9)),
                  () -> move(posts.get(4), at(10, 9)))
              .map(
                  act ->
                      people
                          .service()
                          .submit(
                              () -> {
                                together.await();
                                return act.call();
                              }))
              .toList();
      for (var answer : answers) {
        assertThat(answer.get()).isIn(200, 409);
      }
    }
    accept(NIGHT, plan(NIGHT)).statusCode(200);
    assertThat(posts)
        .allSatisfy(
            post -> assertThat(hour(agency.read(post.id()).dueAt().toString())).isEqualTo(9));
  }

  private record Closing(ExecutorService service) implements AutoCloseable {
    @Override
    public void close() {
      service.shutdownNow();
    }
  }

  private int move(VariantRow post, Instant to) {
    return editor
        .sends(Map.of("version", post.version(), "publishAt", to.toString()))
        .post("/api/v1/variants/%s/schedule".formatted(post.id()))
        .then()
        .extract()
        .statusCode();
  }

  private static int hour(String at) {
    return Instant.parse(at).atZone(LISBON).getHour();
  }

  @Test
  void whatCannotBeIsRefusedByItsFieldWithTheRemedy() {
    refused(Map.of("dailyCap", 0), "dailyCap", "to send none, stop the posts instead");
    refused(Map.of("dailyCap", 101), "dailyCap", "100 posts a day or fewer");
    refused(Map.of("pauseMinutes", 0), "pauseMinutes", "leave this empty");
    refused(Map.of("pauseMinutes", 10081), "pauseMinutes", "a week");
    refused(quiet("22:00", "22:00"), "quietHours.until", "end them earlier");
    refused(quiet("22:00", "21:30"), "quietHours.until", "end them earlier");
    refused(quiet("24:00", "08:00"), "quietHours.from", "such as 22:00");
    aurora
        .sends(Map.of("caps", ONE_A_DAY))
        .put(path)
        .then()
        .statusCode(422)
        .body("errors.field", contains("digest"));
  }

  private static Map<String, Object> quiet(String from, String until) {
    return Map.of("quietHours", Map.of("from", from, "until", until));
  }

  private void refused(Map<String, Object> caps, String field, String remedy) {
    aurora
        .sends(caps)
        .post(path + "/plan")
        .then()
        .statusCode(422)
        .body("errors.field", contains(field))
        .body("errors[0].message", containsString(remedy));
  }

  private JsonPath plan(Map<String, Object> caps) {
    return aurora.sends(caps).post(path + "/plan").then().statusCode(200).extract().jsonPath();
  }

  private ValidatableResponse accept(Map<String, Object> caps, JsonPath plan) {
    return aurora.sends(Map.of("caps", caps, "digest", plan.getString("digest"))).put(path).then();
  }

  private ValidatableResponse save(Map<String, Object> caps) {
    return accept(caps, plan(caps));
  }

  private VariantRow approved(String text, Object at, Instant notAfter) {
    var post = agency.waiting(text);
    approve(post, at, notAfter).statusCode(200);
    return agency.read(post.id());
  }

  private ValidatableResponse approve(VariantRow post, Object at, Instant notAfter) {
    Map<String, Object> body = new HashMap<>();
    body.put("contentHash", post.contentHash());
    body.put("publishAt", at.toString());
    if (notAfter != null) {
      body.put("window", Map.of("notAfter", notAfter.toString()));
    }
    return aurora.sends(body).post("/api/v1/variants/%s/approval".formatted(post.id())).then();
  }

  private Instant at(int day, int hour) {
    return first.plusDays(day).atTime(hour, 0).atZone(LISBON).toInstant();
  }
}
