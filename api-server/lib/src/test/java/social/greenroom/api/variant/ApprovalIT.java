package social.greenroom.api.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.testing.Agency;
import social.greenroom.api.testing.DatabaseResource;
import social.greenroom.api.testing.Person;
import social.greenroom.core.access.Role;
import social.greenroom.core.post.VariantState;
import social.greenroom.core.schedule.PostingDeclaration;
import social.greenroom.core.schedule.WeeklySlot;
import social.greenroom.store.post.VariantRow;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class ApprovalIT {
  @Inject ApiDatabases databases;

  private Agency agency;
  private Person aurora;

  @BeforeEach
  void signIn() {
    agency = new Agency(databases);
    aurora = agency.auroraSignedIn();
  }

  @Test
  void theSameWordsWithinAWeekNeedTheOwnersSecondYes() {
    var first = agency.waiting("Spring tour");
    var at = Agency.nextWeek();
    approve(aurora, first, Map.of("publishAt", at.toString())).statusCode(200);
    var again = agency.waiting("spring TOUR!");
    var later = at.plus(Duration.ofDays(2)).toString();
    approve(aurora, again, Map.of("publishAt", later))
        .statusCode(422)
        .body("errors[0].field", equalTo("confirmRepeat"))
        .body("detail", containsString("The same text goes out on this account on"));
    approve(aurora, again, Map.of("publishAt", later, "confirmRepeat", true)).statusCode(200);
  }

  @Test
  void theOwnersYesSetsTheNextFreeSlot() {
    var waiting = agency.waiting("Hello, world");

    approve(aurora, waiting, Map.of())
        .statusCode(200)
        .body("state", equalTo("approved"))
        .body("stateText", equalTo("Approved by Person aurora."))
        .body("publishAt", notNullValue())
        .body("scheduleReason", containsString("next free slot"))
        .body("nextStep", containsString("It goes out by itself on"))
        .body("actions", contains("edit", "take_back", "reschedule", "cancel"));

    var approvals = databases.tenants().in(agency.id(), s -> s.approvals().history(waiting.id()));
    assertThat(approvals)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.contentHash()).isEqualTo(waiting.contentHash());
              assertThat(it.approval().live()).isTrue();
            });
  }

  @Test
  void twoPostsOfAnAccountGetTwoSlots() {
    var first =
        approve(aurora, agency.waiting("One"), Map.of()).extract().<String>path("publishAt");
    var second =
        approve(aurora, agency.waiting("Two"), Map.of()).extract().<String>path("publishAt");

    assertThat(Instant.parse(second))
        .isAfterOrEqualTo(Instant.parse(first).plus(Duration.ofHours(4)));
  }

  @Test
  void aYesCanSayNow() {
    approve(aurora, agency.waiting("Now"), Map.of("publishAt", "now"))
        .statusCode(200)
        .body("state", equalTo("approved"));
  }

  @Test
  void aYesCanSayTheNextFreeSlot() {
    approve(aurora, agency.waiting("Next"), Map.of("publishAt", "next"))
        .statusCode(200)
        .body("scheduleReason", containsString("next free slot"));
  }

  @Test
  void theAccountsOwnBestTimeIsTaken() {
    var friday = new WeeklySlot(DayOfWeek.FRIDAY, LocalTime.of(20, 0));
    agency.declareOfAurora(PostingDeclaration.ofBestTimes(List.of(friday)));

    approve(aurora, agency.waiting("Best"), Map.of("publishAt", "best"))
        .statusCode(200)
        .body("scheduleReason", startsWith("Chosen by the best times of account aurora. "))
        .body("scheduleReason", containsString("Friday"))
        .body("scheduleReason", containsString("20:00"));
    aurora
        .reads()
        .get("/api/v1/accounts")
        .then()
        .body("items[0].bestTime", notNullValue())
        .body("items[0].rules.find { it.rule == 'best_times' }.source", equalTo("account aurora"));
  }

  @Test
  void whereTheSameWordsAreNoMatterNobodyIsAskedTwice() {
    approve(aurora, agency.waiting("Again"), Map.of()).statusCode(200);
    approve(aurora, agency.waiting("Again"), Map.of()).statusCode(422);
    agency.declareOfAurora(
        new PostingDeclaration(null, null, List.of(), null, null, null, List.of(), Duration.ZERO));

    approve(aurora, agency.waiting("Again"), Map.of()).statusCode(200);
  }

  @Test
  void whereNoBestTimeIsKnownTheAnswerSaysWhatToChoose() {
    approve(aurora, agency.waiting("Best"), Map.of("publishAt", "best"))
        .statusCode(422)
        .body("errors[0].message", containsString("No best time is known for mastodon"));
  }

  @Test
  void theTimeAskedForCounts() {
    var at = Agency.nextWeek().toString();

    approve(aurora, agency.waiting("Then"), Map.of("publishAt", at))
        .statusCode(200)
        .body("publishAt", equalTo(at));
  }

  @Test
  void aTimeThatBreaksARuleIsRefusedWithTheRuleAndTheEarliestTime() {
    var at = Agency.nextWeek();
    approve(aurora, agency.waiting("First"), Map.of("publishAt", at.toString())).statusCode(200);

    approve(
            aurora,
            agency.waiting("Second"),
            Map.of("publishAt", at.plus(Duration.ofMinutes(30)).toString()))
        .statusCode(422)
        .body("errors[0].field", equalTo("publishAt"))
        .body("detail", containsString("earliest"));
  }

  @Test
  void nothingIsApprovedForLaterThanTheRequestAllows() {
    var latest = Agency.nextWeek();
    var waiting = agency.waitingUntil("Until the fair ends", latest);

    approve(aurora, waiting, Map.of("publishAt", latest.plusSeconds(60).toString()))
        .statusCode(422)
        .body("errors[0].field", equalTo("publishAt"))
        .body("detail", containsString("scheduleHint.notAfter"))
        .body("detail", containsString("Choose an earlier time."));
    approve(aurora, waiting, Map.of("publishAt", latest.toString()))
        .statusCode(200)
        .body("window.notAfter", equalTo(latest.toString()));
    assertThat(agency.read(waiting.id()).windowUntil()).isEqualTo(latest);
    edit(
            aurora,
            waiting.id().toString(),
            agency.read(waiting.id()).version(),
            Map.of("publishAt", latest.plusSeconds(60).toString()))
        .statusCode(422)
        .body("errors[0].field", equalTo("publishAt"));
  }

  @Test
  void whatCameTooLateIsNotApprovedAtAll() {
    var late = agency.waitingUntil("Too late", Instant.now().minusSeconds(60));

    approve(aurora, late, Map.of("publishAt", "now"))
        .statusCode(422)
        .body("detail", containsString("That has passed."));
    approve(aurora, late, Map.of()).statusCode(422);
    assertThat(agency.read(late.id()).state()).isEqualTo(VariantState.AWAITING_APPROVAL);
  }

  @Test
  void theTalentsDayHoldsNoMoreOverAllAccountsThanTheirCap() {
    agency.capAurora(1);
    var at = Agency.nextWeek().toString();
    approve(aurora, agency.waiting("Here"), Map.of("publishAt", at)).statusCode(200);
    var there = elsewhere("There");

    approve(aurora, there, Map.of("publishAt", at))
        .statusCode(422)
        .body("errors[0].field", equalTo("publishAt"))
        .body("detail", containsString("the talent posts 1 a day over all accounts"))
        .body("detail", containsString("The earliest time is"));
    approve(aurora, there, Map.of()).statusCode(200);
    edit(aurora, there.id().toString(), agency.read(there.id()).version(), Map.of("publishAt", at))
        .statusCode(422)
        .body("detail", containsString("over all accounts"));
  }

  @Test
  void theNextFreeSlotIsOnADayThatHasRoom() {
    agency.capAurora(1);
    var first = approved(approve(aurora, agency.waiting("Here"), Map.of()));
    var there = elsewhere("There");
    var shown =
        aurora
            .reads()
            .get("/api/v1/accounts")
            .then()
            .extract()
            .<String>path("items.find { it.id == '%s' }.nextSlot".formatted(there.accountId()));

    var second = approved(approve(aurora, there, Map.of()));

    assertThat(day(second)).isAfter(day(first));
    assertThat(Instant.parse(shown)).isEqualTo(second);
  }

  @Test
  void postsApprovedAtTheSameInstantShareNoSlotAndNoDaysRoom() throws Exception {
    agency.capAurora(2);
    var other = agency.account(agency.aurora(), "second", null);
    var waiting = new ArrayList<VariantRow>();
    for (int i = 0; i < 4; i++) {
      waiting.add(agency.waiting("Here %d".formatted(i)));
      waiting.add(agency.waiting(agency.aurora(), other, "remote-second", "There %d".formatted(i)));
    }

    var answers = atOnce(waiting, variant -> approve(aurora, variant, Map.of()));

    var times = answers.stream().map(ApprovalIT::approved).toList();
    assertThat(times.stream().collect(Collectors.groupingBy(ApprovalIT::day)).values())
        .allSatisfy(day -> assertThat(day).hasSizeLessThanOrEqualTo(2));
    for (var account : List.of(agency.account(), other)) {
      assertThat(
              waiting.stream()
                  .filter(variant -> variant.accountId().equals(account))
                  .map(variant -> agency.read(variant.id()).publishAt()))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void onlyOneOfTwoPostsIsMovedToTheSameTime() throws Exception {
    var at = Agency.nextWeek().toString();
    var approved = new ArrayList<VariantRow>();
    for (var text : List.of("One", "Two", "Three", "Four")) {
      var waiting = agency.waiting(text);
      approve(aurora, waiting, Map.of()).statusCode(200);
      approved.add(agency.read(waiting.id()));
    }

    var answers =
        atOnce(
            approved,
            variant ->
                edit(aurora, variant.id().toString(), variant.version(), Map.of("publishAt", at)));

    assertThat(answers.stream().map(answer -> answer.extract().statusCode()))
        .containsExactlyInAnyOrder(200, 422, 422, 422);
  }

  @Test
  void aTimeThatHasPassedIsRefused() {
    approve(aurora, agency.waiting("Late"), Map.of("publishAt", "2020-01-01T00:00:00Z"))
        .statusCode(422)
        .body("errors[0].message", containsString("has passed"));
  }

  @Test
  void aTimeOutsideTheWindowIsRefused() {
    var at = Agency.nextWeek();
    approve(
            aurora,
            agency.waiting("Window"),
            Map.of(
                "publishAt",
                at.toString(),
                "window",
                Map.of("notAfter", at.minus(Duration.ofHours(1)).toString())))
        .statusCode(422)
        .body("errors[0].field", equalTo("publishAt"));
  }

  @Test
  void aYesToWhatHasChangedMeanwhileIsRefused() {
    var waiting = agency.waiting("Before");
    edit(aurora, waiting.id().toString(), waiting.version(), Map.of("text", "After"))
        .statusCode(200);

    approve(aurora, waiting, Map.of())
        .statusCode(409)
        .contentType("application/problem+json")
        .body("detail", containsString("changed since you saw it"));
    assertThat(agency.read(waiting.id()).state()).isEqualTo(VariantState.AWAITING_APPROVAL);
  }

  @Test
  void aSecondYesChangesNothing() {
    var waiting = agency.waiting("Twice");
    var first = approve(aurora, waiting, Map.of()).statusCode(200).extract().asString();

    approve(aurora, waiting, Map.of()).statusCode(200).body(equalTo(first));
    var approvals = databases.tenants().in(agency.id(), s -> s.approvals().history(waiting.id()));
    assertThat(approvals).hasSize(1);
  }

  @Test
  void nobodyElseCanSayYesForHer() {
    var waiting = agency.waiting("Hers");
    for (var role : new Role[] {Role.OWNER, Role.ADMIN, Role.EDITOR, Role.CLIENT, Role.VIEWER}) {
      approve(agency.signedIn(role.wireName(), role), waiting, Map.of())
          .statusCode(403)
          .contentType("application/problem+json")
          .body("detail", not(equalTo("")));
    }
    assertThat(agency.read(waiting.id()).state()).isEqualTo(VariantState.AWAITING_APPROVAL);
  }

  @Test
  void withoutAnOwnerNobodyCan() {
    var talent = agency.talent("bela");
    var account = agency.account(talent, "bela", null);
    var waiting = agency.waiting(talent, account, "remote-bela", "Nobody's");

    approve(agency.signedIn("owner", Role.OWNER), waiting, Map.of())
        .statusCode(403)
        .body("detail", containsString("Nobody owns this talent yet"));
  }

  @Test
  void anEditVoidsTheApprovalAndAsksAgain() {
    var waiting = agency.waiting("Approved words");
    approve(aurora, waiting, Map.of()).statusCode(200);
    var version = agency.read(waiting.id()).version();

    edit(
            agency.signedIn("editor", Role.EDITOR),
            waiting.id().toString(),
            version,
            Map.of("text", "Other words"))
        .statusCode(200)
        .body("state", equalTo("awaiting_approval"))
        .body("content.text", equalTo("Other words"))
        .body("contentHash", not(equalTo(waiting.contentHash())));

    var history = databases.tenants().in(agency.id(), s -> s.approvals().history(waiting.id()));
    assertThat(history).singleElement().satisfies(it -> assertThat(it.approval().live()).isFalse());
    var versions = databases.tenants().in(agency.id(), s -> s.variants().versions(waiting.id()));
    assertThat(versions).hasSize(2);
  }

  @Test
  void everyActIsInTheActivity() {
    var waiting = agency.waiting("Recorded");
    approve(aurora, waiting, Map.of()).statusCode(200);

    aurora
        .reads()
        .get("/api/v1/activity")
        .then()
        .statusCode(200)
        .body("items[0].act", equalTo("variant.approved"))
        .body("items[0].actor.kind", equalTo("user"))
        .body("items[0].sentence", containsString("Person aurora approved the post for Mastodon"))
        .body("items[0].subject.id", equalTo(waiting.id().toString()))
        .body("items[0].talent.displayName", equalTo("Talent aurora"));
  }

  @Test
  void waitingPostsAreListedWithWhatShePossiblyDoes() {
    agency.waiting("Listed");

    aurora
        .reads()
        .get("/api/v1/variants?state=awaiting_approval")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("nextCursor", equalTo(null))
        .body("items[0].stateText", equalTo("Waiting for Talent aurora."))
        .body("items[0].count.unit", equalTo("graphemes"))
        .body("items[0].count.max", equalTo(500))
        .body("items[0].post.origin", equalTo("portal"))
        .body("items[0].actions", contains("approve", "edit", "reject", "reschedule", "cancel"));
  }

  private VariantRow elsewhere(String text) {
    var account = agency.account(agency.aurora(), "second", null);
    return agency.waiting(agency.aurora(), account, "remote-second", text);
  }

  private static Instant approved(ValidatableResponse answer) {
    return Instant.parse(answer.statusCode(200).extract().<String>path("publishAt"));
  }

  private static LocalDate day(Instant at) {
    return at.atZone(ZoneId.of("Europe/Lisbon")).toLocalDate();
  }

  /** Does it to each of them, all beginning together. */
  private static List<ValidatableResponse> atOnce(
      List<VariantRow> variants, Function<VariantRow, ValidatableResponse> act)
      throws InterruptedException, ExecutionException {
    var together = new CyclicBarrier(variants.size());
    var threads = Executors.newFixedThreadPool(variants.size());
    try {
      var acts =
          variants.stream()
              .map(
                  variant ->
                      threads.submit(
                          () -> {
                            together.await();
                            return act.apply(variant);
                          }))
              .toList();
      var answers = new ArrayList<ValidatableResponse>();
      for (var running : acts) {
        answers.add(running.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  private static ValidatableResponse approve(
      Person person, VariantRow variant, Map<String, Object> more) {
    var body = new HashMap<String, Object>(more);
    body.put("contentHash", variant.contentHash());
    return person.sends(body).post("/api/v1/variants/%s/approval".formatted(variant.id())).then();
  }

  private static ValidatableResponse edit(
      Person person, String id, int version, Map<String, Object> more) {
    var body = new HashMap<String, Object>(more);
    body.put("version", version);
    return person.sends(body).patch("/api/v1/variants/" + id).then();
  }
}
