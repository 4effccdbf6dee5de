package social.greenroom.store.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.core.post.Origin;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.lookup.WaitingIntake;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

class RequestIT {
  private TestDatabase database;
  private SeededTenant tenant;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    tenant = database.seedTenant("requests");
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void theSameRequestIsRememberedForEver() {
    var first = remember("hello", "a");
    assertThat(first.created()).isTrue();
    advance(first.request(), Stage.COMPLETE);
    var again = remember("hello", "a");
    assertThat(again.created()).isFalse();
    assertThat(again.request().id()).isEqualTo(first.request().id());
    assertThat(again.request().stage()).isEqualTo(Stage.COMPLETE);
    assertThat(remember("hello", "b").created()).isTrue();
  }

  @Test
  void aRequestIsImmutableAndStays() throws SQLException {
    var request = remember("fixed", "a").request();
    try (var app = database.asApp(tenant.id());
        var job = database.asJob(tenant.id())) {
      for (var connection : List.of(app, job)) {
        assertThat(connection.refusal("update greenroom.request set prompt = 'x'"))
            .isEqualTo("42501");
        assertThat(connection.refusal("delete from greenroom.request")).isEqualTo("42501");
        assertThat(
                connection.refusal(
                    "update greenroom.request set stage = 'drafting' where id = ?", request.id()))
            .isEqualTo("accepted");
      }
    }
    try (var owner = database.asOwner()) {
      // The schema's owner sees no rows, so it can rewrite none.
      assertThat(owner.update("update greenroom.request set prompt = 'x'")).isZero();
    }
  }

  @Test
  void whatIsUnderWayEndsWithItsTalentAndNotWithOneOfTheirAccounts() {
    var request = remember("under-way", "a").request();
    database
        .tenants()
        .run(
            tenant.id(),
            session -> session.cancelling().all(null, tenant.accountId(), "Account gone."));
    assertThat(open()).extracting(RequestRow::id).containsExactly(request.id());
    database
        .tenants()
        .run(tenant.id(), session -> session.cancelling().all(tenant.talentId(), null, "Deleted."));
    assertThat(open()).isEmpty();
    assertThat(
            database
                .tenants()
                .in(tenant.id(), session -> session.requests().find(request.id()))
                .orElseThrow()
                .message())
        .isEqualTo("Deleted.");
  }

  @Test
  void aRehearsalLeavesNothing() {
    var request = remember("rehearsed", "a").request();
    var cancelled =
        database
            .tenants()
            .rehearse(
                tenant.id(),
                session -> {
                  session.cancelling().all(tenant.talentId(), null, "Deleted.");
                  return session.requests().find(request.id()).orElseThrow().stage();
                });
    assertThat(cancelled).isEqualTo(Stage.FAILED);
    assertThat(open()).extracting(RequestRow::id).containsExactly(request.id());
  }

  @Test
  void whatHasEndedStaysAsItEnded() {
    var request = remember("ends", "a").request();
    assertThat(advance(request, Stage.DRAFTING)).isTrue();
    assertThat(open()).extracting(RequestRow::id).contains(request.id());
    assertThat(advance(request, Stage.FAILED)).isTrue();
    assertThat(advance(request, Stage.DRAFTING)).isFalse();
    assertThat(open()).isEmpty();
  }

  @Test
  void whatIsHandedInTwiceIsTakenOnce() {
    var first = accept("key-1", "hello");
    var second = accept("key-1", "something else");
    assertThat(second).isEqualTo(first);
    assertThat(second.spec().text()).isEqualTo("hello");
    assertThat(accept("key-2", "hello").requestName()).isNotEqualTo(first.requestName());
    assertThat(database.lookup().intakeWaiting(10)).hasSize(2);
  }

  @Test
  void aRequestKeepsTheIdItWasAcknowledgedWith() {
    var intake = accept("key", "hello");
    var seen = summary(intake).orElseThrow();
    assertThat(seen.stage()).isEqualTo(Stage.RECEIVED);
    assertThat(seen.accountIds()).containsExactly(tenant.accountId());

    var remembered = remember(intake.requestName(), "a");
    assertThat(remembered.request().id()).isEqualTo(intake.id());
    assertThat(database.lookup().intakeWaiting(10)).isEmpty();
    advance(remembered.request(), Stage.DRAFTING);
    assertThat(summary(intake).orElseThrow().stage()).isEqualTo(Stage.DRAFTING);
    // Another spec under that name is another request, with an id of its own.
    assertThat(remember(intake.requestName(), "b").request().id()).isNotEqualTo(intake.id());
  }

  @Test
  void whatCantBecomeARequestIsShownWithTheReason() {
    var intake = accept("bad", "hello");
    database
        .tenants()
        .run(tenant.id(), s -> s.intake().refuse(intake.id(), "The account is gone."));
    var shown = summary(intake).orElseThrow();
    assertThat(shown.stage()).isEqualTo(Stage.FAILED);
    assertThat(shown.message()).isEqualTo("The account is gone.");
  }

  @Test
  void whatWasHandedOverIsStillShownAndSaysWhatItWaitsFor() {
    var intake = accept("key", "hello");
    inTenant(s -> s.intake().handedOver(intake.id()));
    assertThat(database.lookup().intakeWaiting(10)).isEmpty();
    assertThat(summary(intake).orElseThrow().stage()).isEqualTo(Stage.RECEIVED);

    inTenant(s -> s.intake().requestWaits(intake.requestName(), "No account yet."));
    assertThat(summary(intake).orElseThrow().message()).isEqualTo("No account yet.");

    remember(intake.requestName(), "a");
    inTenant(s -> s.intake().requestRefused(intake.requestName(), "Too late."));
    var kept = summary(intake).orElseThrow();
    assertThat(kept.stage()).isEqualTo(Stage.RECEIVED);
    assertThat(kept.message()).isNull();
  }

  @Test
  void aRequestThatIsRefusedBeforeItWasMarkedIsNotMadeAgain() {
    var intake = accept("key", "hello");
    inTenant(s -> s.intake().requestRefused(intake.requestName(), "It can't show pictures."));
    assertThat(database.lookup().intakeWaiting(10)).isEmpty();
    inTenant(s -> s.intake().requestWaits(intake.requestName(), "Later."));
    var shown = summary(intake).orElseThrow();
    assertThat(shown.stage()).isEqualTo(Stage.FAILED);
    assertThat(shown.message()).isEqualTo("It can't show pictures.");
  }

  @Test
  void oneTenantsMountainDoesNotHideWhatAnotherHandedIn() {
    for (var key : List.of("a", "b", "c")) {
      accept(key, "hello");
    }
    var other = database.seedTenant("quiet");
    var spec = new IntakeSpec("hello", List.of(), List.of(), null, null);
    var quiet =
        database
            .tenants()
            .in(
                other.id(),
                s ->
                    s.intake()
                        .accept(new NewIntake(other.talentId(), Origin.REST, "key", spec, "Bo")));
    assertThat(database.lookup().intakeWaiting(2))
        .extracting(WaitingIntake::intakeId)
        .contains(quiet.id());
  }

  @Test
  void theListHoldsBothNewestFirstPageByPage() {
    remember("one", "a");
    accept("two", "two");
    remember("three", "a");
    var first =
        database.tenants().in(tenant.id(), s -> s.requests().list(tenant.talentId(), null, 2));
    assertThat(first.items())
        .extracting(RequestSummary::prompt)
        .containsExactly("Prompt three", "two");
    var rest =
        database.tenants().in(tenant.id(), s -> s.requests().list(null, first.nextCursor(), 2));
    assertThat(rest.items()).extracting(RequestSummary::name).containsExactly("one");
    assertThat(rest.nextCursor()).isNull();
  }

  @Test
  void aJobReadsItsRequestWithAccountsAndAttachments() {
    var request = remember("job", "a").request();
    var job = database.job(tenant.id()).tenants();
    var seen = job.in(tenant.id(), s -> s.requests().find(request.id())).orElseThrow();
    assertThat(seen).isEqualTo(request);
    assertThat(seen.attachments()).extracting(Attachment::altText).containsExactly("Me");
    List<UUID> accounts = job.in(tenant.id(), s -> s.requests().accountsOf(request.id()));
    assertThat(accounts).containsExactly(tenant.accountId());
  }

  private void inTenant(Consumer<TenantSession> work) {
    database.tenants().run(tenant.id(), work::accept);
  }

  private Remembered remember(String name, String hash) {
    return database
        .tenants()
        .in(
            tenant.id(),
            s ->
                s.requests()
                    .remember(
                        new NewRequest(
                            tenant.talentId(),
                            "requests",
                            name,
                            hash.repeat(64),
                            "uid",
                            Origin.GITOPS,
                            "Prompt " + name,
                            null,
                            List.of(),
                            Instant.parse("2030-01-01T00:00:00Z"),
                            Instant.parse("2030-01-02T00:00:00Z"),
                            List.of(new Attachment("media:x", null, "image/png", 5L, "Me")),
                            List.of(tenant.accountId()))));
  }

  private boolean advance(RequestRow request, Stage stage) {
    return database
        .tenants()
        .in(tenant.id(), s -> s.requests().advance(request.id(), stage, "So."));
  }

  private List<RequestRow> open() {
    return database.tenants().in(tenant.id(), s -> s.requests().open());
  }

  private IntakeRow accept(String key, String text) {
    var spec = new IntakeSpec(text, List.of(tenant.accountId()), List.of(), null, null);
    return database
        .tenants()
        .in(
            tenant.id(),
            s ->
                s.intake()
                    .accept(new NewIntake(tenant.talentId(), Origin.PORTAL, key, spec, "Ada")));
  }

  private Optional<RequestSummary> summary(IntakeRow intake) {
    return database.tenants().in(tenant.id(), s -> s.requests().summary(intake.id()));
  }
}
