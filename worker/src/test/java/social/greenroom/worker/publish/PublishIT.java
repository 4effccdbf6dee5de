package social.greenroom.worker.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.limit.Circuit;
import social.greenroom.core.network.Platform;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.post.ApprovalWindow;
import social.greenroom.core.post.Payload;
import social.greenroom.core.post.PayloadMedia;
import social.greenroom.core.post.VariantState;
import social.greenroom.core.schedule.OwnCaps;
import social.greenroom.store.account.AccountHealth;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.RuleViolationException;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.stop.NewStop;
import social.greenroom.store.testing.TestDatabase;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.job.ExitCode;
import social.greenroom.worker.testing.Agency;
import social.greenroom.worker.testing.AwayMediaStore;
import social.greenroom.worker.testing.CutLine;
import social.greenroom.worker.testing.FakeNetwork;

/** The publisher against a real database, with a network that misbehaves on demand. */
class PublishIT {
  private static final PublishSettings FAST =
      new PublishSettings(
          4,
          Duration.ofMinutes(2),
          Duration.ofMillis(200),
          Duration.ofMillis(900),
          Duration.ofSeconds(10),
          0.01);

  private static final PublishSettings IMPATIENT =
      new PublishSettings(
          4, Duration.ZERO, FAST.heartbeat(), Duration.ofMinutes(1), Duration.ofMillis(1), 0.01);

  private static final PublishSettings ONE_BY_ONE =
      new PublishSettings(
          1,
          FAST.startAhead(),
          FAST.heartbeat(),
          FAST.orphanedAfter(),
          FAST.outcomePatience(),
          FAST.settlingScale());

  private static TestDatabase database;

  @TempDir Path folder;
  private final FakeNetwork network = new FakeNetwork();
  private Agency agency;
  private AccountRow mastodon;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @BeforeEach
  void setUp(TestInfo test) {
    var word = "t" + Integer.toHexString(test.getDisplayName().hashCode());
    agency = new Agency(database, word, folder);
    mastodon = account(Platform.MASTODON, "toots");
  }

  @Test
  void anApprovedPostGoesOutOnce() throws Exception {
    var variant = agency.approved(mastodon, "Hello there", soon(0));

    assertThat(publishDue()).isEqualTo(ExitCode.DONE);

    var published = agency.find(variant);
    assertThat(published.state()).isEqualTo(VariantState.PUBLISHED);
    assertThat(published.remoteId()).isEqualTo("post-1");
    assertThat(published.remoteUrl()).isEqualTo("https://network.example/post-1");
    assertThat(network.posts()).extracting("text").containsExactly("Hello there");
    assertThat(agency.attempts(variant)).extracting("outcome").containsExactly("published");
    assertThat(agency.find(mastodon).health()).isEqualTo(AccountHealth.OK);

    assertThat(publishDue()).isEqualTo(ExitCode.DONE);
    assertThat(network.calls()).hasSize(1);
  }

  @Test
  void aPostWaitsWhileItsTokenIsForAnotherHost() throws Exception {
    agency.bind(mastodon, "elsewhere.example");
    var variant = agency.approved(mastodon, "Hello there", soon(0));

    assertThat(publishDue()).isEqualTo(ExitCode.DONE);

    assertThat(agency.find(variant).state()).isEqualTo(VariantState.APPROVED);
    assertThat(agency.find(variant).notBefore()).isAfter(Instant.now());
    assertThat(agency.attempts(variant)).isEmpty();
    assertThat(network.calls()).isEmpty();

    agency.bind(mastodon, "network.example");
    agency.waited(variant);
    assertThat(publishDue()).isEqualTo(ExitCode.DONE);
    assertThat(agency.find(variant).state()).isEqualTo(VariantState.PUBLISHED);
  }

  @Test
  void itGoesOutAtItsTimeAndNotBefore() throws Exception {
    var at = soon(1500).truncatedTo(ChronoUnit.MILLIS);
    agency.approved(mastodon, "On the dot", at);

    publish(agency.dispatch(at));

    var sent = network.posts().get(0).at();
    assertThat(sent).isAfterOrEqualTo(at).isCloseTo(at, within(400, ChronoUnit.MILLIS));
  }

  @Test
  void twoRunsAtOnceSendEachPostOnce() throws Exception {
    for (int i = 0; i < 12; i++) {
      agency.approved(account(Platform.MASTODON, "many" + i), "Post " + i, soon(0));
    }
    var dispatch = agency.dispatch(soon(0));
    var other = CompletableFuture.supplyAsync(() -> publishQuietly(dispatch));
    publish(dispatch);
    other.join();

    assertThat(network.posts()).hasSize(12);
    assertThat(network.posts()).extracting("text").doesNotHaveDuplicates();
  }

  @Test
  void oneAccountsPostsGoOutOneAfterTheOther() throws Exception {
    for (int i = 0; i < 5; i++) {
      agency.approved(mastodon, "Post " + i, soon(i - 10));
    }
    publishDue();
    assertThat(network.posts())
        .extracting("text")
        .containsExactly("Post 0", "Post 1", "Post 2", "Post 3", "Post 4");
  }

  @Test
  void acceptedButNeverHeardOfIsFoundOnTheTimelineAndNotSentAgain() throws Exception {
    for (var platform : List.of(Platform.MASTODON, Platform.X)) {
      var variant =
          agency.approved(account(platform, "lost-" + platform), "Heard? " + platform, soon(0));
      network.acceptsAndDropsTheAnswer();
      publishDue();
      assertThat(agency.state(variant)).isEqualTo(VariantState.PUBLISHED);
      assertThat(agency.attempts(variant)).extracting("settledAs").containsExactly("published");
    }
    publishDue();
    assertThat(network.posts()).hasSize(2);
    assertThat(network.calls()).hasSize(2);
  }

  @Test
  void lostOnTheWayIsProvenAbsentAndSentAgain() throws Exception {
    var variant = agency.approved(account(Platform.X, "x"), "Once only", soon(0));
    network.losesTheCall();
    publishDue();
    assertThat(agency.state(variant)).isEqualTo(VariantState.APPROVED);

    publish(agency.dispatch(soon(60_000)), variant);
    assertThat(agency.state(variant)).isEqualTo(VariantState.PUBLISHED);
    assertThat(network.posts()).hasSize(1);
    assertThat(agency.attempts(variant))
        .extracting("outcome")
        .containsExactly("unknown", "published");
    assertThat(network.calls().get(0).idempotencyKey())
        .isEqualTo(network.calls().get(1).idempotencyKey());
  }

  @Test
  void whereOwnPostsCannotBeListedAPersonDecides() throws Exception {
    var variant = agency.approved(account(Platform.LINKEDIN, "li"), "Who knows", soon(0));
    network.acceptsAndDropsTheAnswer();
    publishDue();
    publishDue();
    assertThat(agency.state(variant)).isEqualTo(VariantState.UNKNOWN);
    assertThat(network.calls()).hasSize(1);
  }

  @Test
  void aTimelineThatCannotBeReadDecidesNothing() throws Exception {
    var variant = agency.approved(account(Platform.X, "x"), "Unreadable", soon(0));
    network.losesTheCall();
    network.failsToRead(100);
    publishDue();
    assertThat(agency.state(variant)).isEqualTo(VariantState.UNKNOWN);

    network.failsToRead(0);
    publishDue();
    assertThat(agency.state(variant)).isEqualTo(VariantState.UNKNOWN);
    agency.ended(agency.attempts(variant).get(0).dispatchId());
    publishDue();
    assertThat(agency.state(variant)).isEqualTo(VariantState.APPROVED);
  }

  @Test
  void anAdapterThatThrowsMayHaveSent() throws Exception {
    var variant = agency.approved(account(Platform.LINKEDIN, "li"), "Bang", soon(0));
    network.next(
        command -> {
          network.accept(command);
          throw new IllegalStateException("bug");
        });
    publishDue();
    assertThat(agency.state(variant)).isEqualTo(VariantState.UNKNOWN);
  }

  @Test
  void aRateLimitWaitsAndTellsTheAccountsHealth() throws Exception {
    var until = soon(3_600_000).truncatedTo(ChronoUnit.MILLIS);
    var variant = agency.approved(mastodon, "Slowly", soon(0));
    network.answers(new PublishOutcome.RateLimited(until, "Too many posts."));
    publishDue();

    var waiting = agency.find(variant);
    assertThat(waiting.state()).isEqualTo(VariantState.APPROVED);
    assertThat(waiting.dueAt()).isBetween(until, until.plusSeconds(60));
    assertThat(agency.find(mastodon).health()).isEqualTo(AccountHealth.SOFT_BLOCK);
    publishDue();
    assertThat(network.posts()).isEmpty();
  }

  @Test
  void anAccountThatWasToldToWaitIsLeftAloneUntilThenAndOthersArent() throws Exception {
    var other = account(Platform.MASTODON, "other");
    var first = agency.approved(mastodon, "First", soon(-10));
    var second = agency.approved(mastodon, "Second", soon(-5));
    network.answers(new PublishOutcome.RateLimited(soon(3_600_000), "Too many posts."));
    publishDue();
    agency.approved(other, "Elsewhere", soon(0));
    publishDue();

    assertThat(network.posts()).extracting("text").containsExactly("Elsewhere");
    assertThat(network.calls()).hasSize(2);
    assertThat(agency.attempts(second)).isEmpty();
    assertThat(agency.state(first)).isEqualTo(VariantState.APPROVED);
  }

  @Test
  void aNetworkThatDoesntAnswerIsTriedByOnePostAndThenLetAlone() throws Exception {
    int failing = Circuit.THRESHOLD;
    for (int i = 0; i < failing + 3; i++) {
      agency.approved(account(Platform.MASTODON, "away" + i), "Post " + i, soon(i - 20));
      network.answers(new PublishOutcome.NotSent("The network can't be reached."));
    }
    publish(agency.dispatch(soon(0)), ONE_BY_ONE);
    assertThat(network.calls()).hasSize(failing);
    publishDue();
    assertThat(network.calls()).as("while it is open").hasSize(failing);
  }

  @Test
  void whatTheAccountSaidLatelyIsNotSentAgain() throws Exception {
    agency.approved(mastodon, "Spring tour!", soon(-10));
    publishDue();
    var again = agency.approved(mastodon, "spring  TOUR", soon(0));
    publishDue();

    assertThat(network.posts()).extracting("text").containsExactly("Spring tour!");
    assertThat(agency.state(again)).isEqualTo(VariantState.FAILED);
    assertThat(agency.find(again).failureReason()).startsWith("The same text went out");
  }

  @Test
  void aRevokedAccountSendsNothingMore() throws Exception {
    var first = agency.approved(mastodon, "First", soon(-10));
    var second = agency.approved(mastodon, "Second", soon(-5));
    network.answers(new PublishOutcome.AccountBlocked("The token was revoked; connect anew."));
    publishDue();

    assertThat(agency.state(first)).isEqualTo(VariantState.FAILED);
    assertThat(agency.find(first).failureReason()).contains("revoked");
    assertThat(agency.find(mastodon).health()).isEqualTo(AccountHealth.HARD_BLOCK);
    assertThat(agency.state(second)).isIn(VariantState.QUEUED, VariantState.APPROVED);
    assertThat(network.calls()).hasSize(1);
  }

  @Test
  void whatSurelyWasNotSentIsTriedAgainAndNotForEver() throws Exception {
    var variant = agency.approved(mastodon, "Stubborn", soon(0));
    for (int i = 1; i <= 8; i++) {
      network.answers(new PublishOutcome.NotSent("The network can't be reached."));
      publish(agency.dispatch(soon(3_600_000)), variant);
    }
    assertThat(agency.state(variant)).isEqualTo(VariantState.FAILED);
    assertThat(agency.find(variant).failureReason()).startsWith("After 8 attempts");
    assertThat(network.posts()).isEmpty();
  }

  @Test
  void aPhraseAddedToTheNeverSayListAfterTheApprovalStopsThePost() throws Exception {
    var variant = agency.approved(mastodon, "We gu\u0430rantee it", soon(0));
    agency.neverSay("guarantee");
    publishDue();
    assertThat(agency.state(variant)).isEqualTo(VariantState.FAILED);
    assertThat(agency.find(variant).failureReason()).contains("never-say list");
    assertThat(network.calls()).isEmpty();
  }

  @Test
  void aPayloadChangedBehindTheDatabasesBackIsNotSent() throws Exception {
    var variant = agency.approved(mastodon, "What was approved", soon(0));
    var dispatch = agency.dispatch(soon(0));
    database.forge(
        "update greenroom.variant set payload = replace(payload, 'approved', 'forged') where id = '%s'"
            .formatted(variant.id()));
    assertThatThrownBy(() -> publish(dispatch))
        .isInstanceOf(RuleViolationException.class)
        .hasMessageContaining("No live approval covers exactly this content");
    assertThat(network.calls()).isEmpty();
    assertThat(agency.state(variant)).isEqualTo(VariantState.QUEUED);
  }

  @Test
  void aPostThatCantBeReadAnyMoreKeepsNoOtherFromGoingOut() throws Exception {
    var before = agency.approved(mastodon, "Before", soon(0));
    publishDue();
    database.forge(
        "update greenroom.variant set payload = '{ ' where id = '%s'".formatted(before.id()));
    var variant = agency.approved(mastodon, "After", soon(0));
    agency.waited(variant);

    publishDue();

    assertThat(agency.state(variant)).isEqualTo(VariantState.PUBLISHED);
  }

  @Test
  void oneThatCantBeCheckedWaitsAndSaysSo() throws Exception {
    var variant = agency.approved(mastodon, "Hello there", soon(0));
    var dispatch = agency.dispatch(soon(0));
    try (var one = new SingleSend(agency, network, dispatch)) {
      var claim = one.claim();
      database.forge(
          "update greenroom.talent set posting = '[]' where id = '%s'"
              .formatted(variant.talentId()));
      one.send(claim);
    }

    assertThat(network.calls()).isEmpty();
    assertThat(agency.attempts(variant)).isEmpty();
    assertThat(agency.state(variant)).isEqualTo(VariantState.APPROVED);
    assertThat(agency.find(variant).notBefore()).isAfter(Instant.now());
    assertThat(agency.find(variant).scheduleReason()).contains("it is tried again each minute");
  }

  @Test
  void anApprovalVoidedAfterTheClaimStopsThePost() throws Exception {
    var variant = agency.approved(mastodon, "Changed my mind", soon(0));
    var dispatch = agency.dispatch(soon(0));
    try (var connection = database.superuser().getConnection();
        var statement = connection.createStatement()) {
      // Between claim and send, as a race would have it: the claim itself demands a live approval.
      statement.execute(
          "update greenroom.variant set state = 'publishing', claim_fence = nextval('greenroom.claim_fence'),"
              + " claimed_by = 'w', heartbeat_at = now() where id = '%s'".formatted(variant.id()));
      statement.execute(
          "update greenroom.approval set voided_at = now(), void_reason = 'withdrawn' where variant_id = '%s'"
              .formatted(variant.id()));
    }
    try (var one = new SingleSend(agency, network, dispatch)) {
      one.send(agency.find(variant));
    }
    assertThat(network.calls()).isEmpty();
    assertThat(agency.state(variant)).isEqualTo(VariantState.FAILED);
    assertThat(agency.find(variant).failureReason()).contains("approval");
  }

  @Test
  void panicBetweenClaimAndSendStopsThePost() throws Exception {
    var variant = agency.approved(mastodon, "Too late?", soon(0));
    var dispatch = agency.dispatch(soon(0));
    try (var one = new SingleSend(agency, network, dispatch)) {
      var claim = one.claim();
      agency.act(session -> session.stops().set(panic()));
      one.send(claim);
    }
    assertThat(network.calls()).isEmpty();
    assertThat(agency.state(variant)).isEqualTo(VariantState.APPROVED);
    assertThat(agency.find(variant).scheduleReason()).contains("panic switch");
  }

  @Test
  void panicWhileItWaitsForItsTimeStopsThePost() throws Exception {
    var at = soon(1500);
    var variant = agency.approved(mastodon, "Held", at);
    var dispatch = agency.dispatch(at);
    var run = CompletableFuture.supplyAsync(() -> publishQuietly(dispatch));
    agency.act(session -> session.stops().set(panic()));
    run.join();
    assertThat(Instant.now()).isAfter(at.minusMillis(200));
    assertThat(network.calls()).isEmpty();
    assertThat(agency.state(variant)).isEqualTo(VariantState.QUEUED);
  }

  @Test
  void theCooldownHoldsWhateverWasApproved() throws Exception {
    var slow = agency.account(Platform.MASTODON, "slow", "https://social.example", "token", 10, 60);
    agency.approved(slow, "First", soon(-10));
    var second = agency.approved(slow, "Second", soon(-5));
    publishDue();

    assertThat(network.posts()).extracting("text").containsExactly("First");
    assertThat(agency.state(second)).isEqualTo(VariantState.APPROVED);
    assertThat(agency.find(second).dueAt())
        .isCloseTo(soon(3_600_000), within(20, ChronoUnit.SECONDS));
    assertThat(agency.find(second).scheduleReason()).contains("less than 1 hour");
  }

  @Test
  void aRetryIsLateFromItsOwnTimeOnAndWhatTheNetworkPutOffIsNot() throws Exception {
    var due = soon(-1_000);
    var failed = agency.approved(mastodon, "Nobody answers", due);
    network.answers(new PublishOutcome.NotSent("Nobody answered."));
    publishDue();
    var retried = agency.find(failed);
    assertThat(retried.state()).isEqualTo(VariantState.APPROVED);
    assertThat(retried.lateSince()).isEqualTo(retried.publishAt());

    agency.waited(failed);
    var until = soon(60_000);
    network.answers(new PublishOutcome.RateLimited(until, "Wait."));
    publishDue();
    var waiting = agency.find(failed);
    assertThat(waiting.state()).isEqualTo(VariantState.APPROVED);
    assertThat(waiting.lateSince()).isEqualTo(waiting.dueAt()).isAfter(waiting.publishAt());
  }

  @Test
  void whatWentOutASecondLateDelaysNothingThatIsACooldownLater() throws Exception {
    var slow = agency.account(Platform.MASTODON, "slow", "https://social.example", "token", 10, 60);
    var first = agency.approved(slow, "First", soon(-3_000));
    publishDue();
    agency.wentOutEarlier(first, Duration.ofHours(1).minusSeconds(2));
    var second = agency.approved(slow, "Second", soon(-10));
    publishDue();
    assertThat(agency.state(second)).isEqualTo(VariantState.PUBLISHED);
  }

  @Test
  void aCooldownOfWeeksHolds() throws Exception {
    var seldom =
        agency.account(
            Platform.MASTODON,
            "seldom",
            "https://social.example",
            "token",
            10,
            (int) Duration.ofDays(30).toMinutes());
    var first = agency.approved(seldom, "First", soon(-10));
    publishDue();
    assertThat(agency.state(first)).isEqualTo(VariantState.PUBLISHED);
    agency.wentOutEarlier(first, Duration.ofDays(20));
    var second = agency.approved(seldom, "Second", soon(-5));
    publishDue();

    assertThat(network.posts()).extracting("text").containsExactly("First");
    assertThat(agency.state(second)).isEqualTo(VariantState.APPROVED);
    assertThat(agency.find(second).dueAt())
        .isCloseTo(Instant.now().plus(Duration.ofDays(10)), within(1, ChronoUnit.MINUTES));

    agency.wentOutEarlier(first, Duration.ofDays(11));
    agency.waited(second);
    publishDue();
    assertThat(agency.state(second)).isEqualTo(VariantState.PUBLISHED);
  }

  @Test
  void whatTheTalentSetsThemselvesHoldsFromTheNextPostOn() throws Exception {
    agency.approved(mastodon, "Before", soon(-10));
    publishDue();
    var tenant = agency.tenant();
    agency.act(
        session ->
            session.ownCaps().set(tenant.talentId(), tenant.ownerId(), new OwnCaps(1, null, null)));
    var second = agency.approved(account(Platform.MASTODON, "other"), "After", soon(-5));
    publishDue();

    assertThat(network.posts()).extracting("text").containsExactly("Before");
    assertThat(agency.attempts(second)).isEmpty();
    assertThat(agency.state(second)).isEqualTo(VariantState.APPROVED);
    assertThat(agency.find(second).dueAt()).isAfter(soon(0));
    assertThat(agency.find(second).scheduleReason())
        .contains("is full: the talent posts 1 a day over all accounts (set by the talent).");
  }

  @Test
  void theDailyCapHolds() throws Exception {
    var capped =
        agency.account(Platform.MASTODON, "capped", "https://social.example", "token", 1, 0);
    agency.approved(capped, "First", soon(-10));
    var second = agency.approved(capped, "Second", soon(-5));
    publishDue();
    assertThat(network.posts()).hasSize(1);
    assertThat(agency.state(second)).isEqualTo(VariantState.APPROVED);
  }

  @Test
  void theTalentsDayHoldsAlsoForAccountsWhosePostsLeaveTogether() throws Exception {
    agency.cap(2);
    var posts = new ArrayList<VariantRow>();
    for (int i = 0; i < 8; i++) {
      posts.add(agency.approved(account(Platform.MASTODON, "day" + i), "Post " + i, soon(-10)));
    }
    publishDue();
    assertThat(network.posts()).hasSize(2);
    assertThat(posts)
        .extracting(agency::state)
        .containsOnly(VariantState.PUBLISHED, VariantState.APPROVED);
  }

  @Test
  void aMediaStoreThatIsAwayPutsThePostOff() throws Exception {
    var draft = agency.draft(mastodon, withPicture("0".repeat(64)));
    var variant = agency.approved(draft, soon(0), ApprovalWindow.ANY);
    var dispatch = agency.dispatch(soon(0));

    try (var one = new SingleSend(agency, network, dispatch, new AwayMediaStore())) {
      one.send(one.claim());
    }

    assertThat(network.calls()).isEmpty();
    assertThat(agency.state(variant)).isEqualTo(VariantState.APPROVED);
    assertThat(agency.find(variant).scheduleReason()).isEqualTo(AwayMediaStore.SENTENCE);
    assertThat(agency.find(variant).notBefore()).isAfter(Instant.now());
  }

  private Payload withPicture(String sha256) {
    return new Payload(
        Platform.MASTODON,
        mastodon.remoteId(),
        "Look",
        List.of(),
        null,
        null,
        List.of(new PayloadMedia(sha256, "image/jpeg", 1600, 900, "a picture")),
        new TreeMap<>());
  }

  @Test
  void aPictureThatIsNotTheOneApprovedIsNotSent() throws Exception {
    var approved = "what was approved".getBytes(StandardCharsets.UTF_8);
    var sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(approved));
    var file =
        folder.resolve("media/%s/%s/%s".formatted(agency.id(), sha256.substring(0, 2), sha256));
    Files.createDirectories(file.getParent());
    Files.writeString(file, "something else");
    var payload = withPicture(sha256);
    var variant = agency.approved(agency.draft(mastodon, payload), soon(0), ApprovalWindow.ANY);
    publishDue();
    assertThat(network.calls()).isEmpty();
    assertThat(agency.find(variant).failureReason()).contains("picture was changed");

    Files.write(file, approved);
    var again = agency.approved(agency.draft(mastodon, payload), soon(0), ApprovalWindow.ANY);
    publishDue();
    assertThat(agency.state(again)).isEqualTo(VariantState.PUBLISHED);
  }

  @Test
  void aSenderThatVanishedMidCallIsNotReplacedUntilItsRunHasEnded() throws Exception {
    var variant = agency.approved(account(Platform.X, "x"), "Am I out?", soon(0));
    var dispatch = agency.dispatch(soon(0));
    vanish(dispatch);

    publishDue();
    assertThat(agency.state(variant)).isEqualTo(VariantState.UNKNOWN);
    assertThat(network.calls()).isEmpty();

    agency.ended(dispatch);
    publishDue();
    assertThat(agency.state(variant)).isEqualTo(VariantState.APPROVED);
    publish(agency.dispatch(soon(60_000)), variant);
    assertThat(agency.state(variant)).isEqualTo(VariantState.PUBLISHED);
    assertThat(network.posts()).hasSize(1);
  }

  @Test
  void aKeyThatTheNetworkKnowsDoesNotProveAVanishedSenderDead() throws Exception {
    var variant = agency.approved(mastodon, "Key in hand", soon(0));
    var dispatch = agency.dispatch(soon(0));
    vanish(dispatch);
    publishDue();
    assertThat(agency.state(variant)).isEqualTo(VariantState.UNKNOWN);

    agency.ended(dispatch);
    publishDue();
    publish(agency.dispatch(soon(60_000)), variant);
    assertThat(agency.state(variant)).isEqualTo(VariantState.PUBLISHED);
    assertThat(agency.attempts(variant)).extracting("idempotencyKey").hasSize(2);
    assertThat(agency.attempts(variant).get(0).idempotencyKey())
        .isEqualTo(agency.attempts(variant).get(1).idempotencyKey());
  }

  @Test
  void aSenderThatWasOnlyPausedSettlesWhatItKnowsAndWritesNothingElse() throws Exception {
    var variant = agency.approved(account(Platform.X, "x"), "I was only paused", soon(0));
    afterItsClaimWasTaken(variant, network::accept);

    assertThat(agency.state(variant)).isEqualTo(VariantState.PUBLISHED);
    assertThat(network.calls()).hasSize(1);
  }

  @Test
  void aSenderThatWasOnlyPausedAndTurnedAwaySparesAPersonTheQuestion() throws Exception {
    var variant = agency.approved(account(Platform.LINKEDIN, "li"), "I was only paused", soon(0));
    afterItsClaimWasTaken(
        variant, command -> new PublishOutcome.NotSent("The network wasn't reached."));

    assertThat(agency.state(variant)).isEqualTo(VariantState.APPROVED);
    assertThat(agency.attempts(variant))
        .singleElement()
        .satisfies(
            attempt -> {
              assertThat(attempt.outcome()).isEqualTo("unknown");
              assertThat(attempt.settledAs()).isEqualTo("not_published");
            });
    agency.waited(variant);
    publishDue();
    assertThat(agency.state(variant)).isEqualTo(VariantState.PUBLISHED);
    assertThat(network.posts()).hasSize(1);
  }

  @Test
  void aSenderThatLostItsClaimAndGotNoAnswerProvesByItsOwnEndThatNothingWasSent() throws Exception {
    var variant = agency.approved(account(Platform.X, "x"), "I was only paused", soon(0));
    afterItsClaimWasTaken(
        variant, command -> new PublishOutcome.Unknown("The connection was lost."));

    assertThat(agency.state(variant)).isEqualTo(VariantState.APPROVED);
    assertThat(agency.attempts(variant))
        .singleElement()
        .satisfies(attempt -> assertThat(attempt.settledThrough()).isEqualTo("reading"));
    agency.waited(variant);
    publishDue();
    assertThat(network.posts()).hasSize(1);
  }

  @Test
  void whatCameOfACallIsKeptUntilTheDatabaseIsBack() throws Exception {
    var variant = agency.approved(account(Platform.LINKEDIN, "li"), "Through a failover", soon(0));
    var dispatch = agency.dispatch(soon(0));
    try (var line = new CutLine(agency.environment().get("GREENROOM_DB_URL"))) {
      agency.environment().put("GREENROOM_DB_URL", line.jdbcUrl());
      var begun = new CountDownLatch(1);
      var goOn = new CountDownLatch(1);
      network.waits(begun, goOn);
      var job = CompletableFuture.supplyAsync(() -> publishQuietly(dispatch, IMPATIENT));
      begun.await();
      line.cut();
      goOn.countDown();
      await().atMost(Duration.ofSeconds(30)).until(() -> line.turnedAway() > 4);
      line.mend();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> agency.state(variant) == VariantState.PUBLISHED);
      job.handle((done, failed) -> true).join();
    }
    assertThat(agency.attempts(variant))
        .singleElement()
        .satisfies(attempt -> assertThat(attempt.outcome()).isEqualTo("published"));
    assertThat(network.posts()).hasSize(1);
  }

  /** A sender is paused in its call; another takes its claim, and then it goes on. */
  private void afterItsClaimWasTaken(VariantRow variant, FakeNetwork.Behaviour call)
      throws Exception {
    var dispatch = agency.dispatch(soon(0));
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    network.waits(begun, goOn, call);
    var paused =
        new PublishSettings(
            4,
            Duration.ofMinutes(2),
            Duration.ofHours(1),
            Duration.ofMillis(300),
            Duration.ofSeconds(10),
            0.01);
    var sender = CompletableFuture.supplyAsync(() -> publishQuietly(dispatch, paused));
    begun.await();
    await().until(() -> !orphans(Duration.ofMillis(300)).isEmpty());

    publish(agency.dispatch(soon(0)), paused);
    assertThat(agency.state(variant)).isEqualTo(VariantState.UNKNOWN);
    goOn.countDown();
    sender.join();
  }

  @Test
  void aClaimThatNeverBeganIsSimplyApprovedAgain() throws Exception {
    var variant = agency.approved(mastodon, "Not even begun", soon(0));
    var dispatch = agency.dispatch(soon(0));
    try (var one = new SingleSend(agency, network, dispatch)) {
      one.claim();
    }
    await().until(() -> !orphans(FAST.orphanedAfter()).isEmpty());
    publishDue();
    assertThat(agency.state(variant)).isIn(VariantState.APPROVED, VariantState.PUBLISHED);
    publish(agency.dispatch(soon(60_000)), variant);
    assertThat(network.posts()).hasSize(1);
  }

  @Test
  void aJobThatIsToldToStopFinishesTheCallItIsIn() throws Exception {
    var variant = agency.approved(mastodon, "Let me finish", soon(0));
    var dispatch = agency.dispatch(soon(0));
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    network.waits(begun, goOn);
    var job = new Thread(() -> publishQuietly(dispatch));
    job.start();
    begun.await();
    job.interrupt();
    goOn.countDown();
    job.join(10_000);
    assertThat(agency.state(variant)).isEqualTo(VariantState.PUBLISHED);
  }

  /** A sender that writes its attempt down, and then is gone. */
  private void vanish(UUID dispatch) throws Exception {
    try (var one = new SingleSend(agency, network, dispatch)) {
      one.begin(one.claim());
    }
    await().until(() -> !orphans(FAST.orphanedAfter()).isEmpty());
  }

  private List<?> orphans(Duration olderThan) {
    return database.tenants().in(agency.id(), session -> session.claims().orphaned(olderThan));
  }

  private static NewStop panic() {
    return new NewStop(
        null,
        null,
        "panic",
        StopPolicy.HOLD_AND_DRAIN,
        "The panic switch was pressed.",
        "owner",
        null);
  }

  private AccountRow account(Platform platform, String name) {
    return agency.account(platform, name.toLowerCase(), "https://network.example", "token");
  }

  private static Instant soon(long millis) {
    return Instant.now().plusMillis(millis);
  }

  private ExitCode publishDue() throws Exception {
    return publish(agency.dispatch(Instant.now()));
  }

  private ExitCode publish(UUID dispatch) throws Exception {
    return publish(dispatch, FAST);
  }

  /** As planner and time would do it: what the variant was told to wait for has passed. */
  private void publish(UUID dispatch, VariantRow variant) throws Exception {
    agency.waited(variant);
    publish(dispatch);
  }

  private ExitCode publish(UUID dispatch, PublishSettings settings) throws Exception {
    return PublishJob.run(dispatch, new Environment(agency.environment()), network, settings);
  }

  private ExitCode publishQuietly(UUID dispatch) {
    return publishQuietly(dispatch, FAST);
  }

  private ExitCode publishQuietly(UUID dispatch, PublishSettings settings) {
    try {
      return publish(dispatch, settings);
    } catch (Exception e) {
      return ExitCode.RETRY;
    }
  }
}
