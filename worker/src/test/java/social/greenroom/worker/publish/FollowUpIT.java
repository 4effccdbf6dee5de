package social.greenroom.worker.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.channel.FollowUpCommand;
import social.greenroom.core.channel.OwnPost;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.limit.Circuit;
import social.greenroom.core.network.Platform;
import social.greenroom.core.network.RetryClass;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.post.FollowUpState;
import social.greenroom.core.post.Payload;
import social.greenroom.core.post.VariantState;
import social.greenroom.core.schedule.OwnCaps;
import social.greenroom.core.schedule.QuietHours;
import social.greenroom.store.account.AccountHealth;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.follow.FollowUpAttemptRow;
import social.greenroom.store.follow.FollowUpRow;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.stop.NewStop;
import social.greenroom.store.testing.TestDatabase;
import social.greenroom.trace.TraceReceiver;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.testing.Agency;
import social.greenroom.worker.testing.FakeNetwork;

/** What follows a post, against a real database, with a network that misbehaves on demand. */
class FollowUpIT {
  private static final PublishSettings FAST =
      new PublishSettings(
          4,
          Duration.ZERO,
          Duration.ofMillis(200),
          Duration.ofMillis(900),
          Duration.ofSeconds(10),
          0.01);

  private static TestDatabase database;

  @TempDir Path folder;
  private final FakeNetwork network = new FakeNetwork();
  private Agency agency;

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
    agency =
        new Agency(database, "t" + Integer.toHexString(test.getDisplayName().hashCode()), folder);
  }

  @Test
  void aThreadAndItsCommentGoOutInOrderEachOnAnAttemptOfItsOwn() throws Exception {
    var variant = approved(account(Platform.MASTODON), "One", List.of("Two", "Three"), "And?");

    publishDue();

    assertThat(agency.state(variant)).isEqualTo(VariantState.PUBLISHED);
    assertThat(texts()).containsExactly("One", "Two", "Three", "And?");
    assertThat(network.posts())
        .extracting(OwnPost::replyTo)
        .containsExactly(null, "post-1", "post-2", "post-1");
    assertThat(network.calls()).hasSize(1);
    assertThat(followUps(variant)).extracting(FollowUpRow::state).containsOnly(FollowUpState.DONE);
    assertThat(attempts(variant)).extracting(FollowUpAttemptRow::position).containsExactly(1, 2, 3);
    assertThat(attempts(variant))
        .extracting(FollowUpAttemptRow::retryClass)
        .containsOnly(RetryClass.IDEMPOTENT.wireName());
    assertThat(network.followed())
        .extracting(FollowUpCommand::idempotencyKey)
        .doesNotHaveDuplicates();
    assertThat(agency.attempts(variant)).hasSize(1);
  }

  @Test
  void whatFollowsAPostIsPartOfItsTrace() throws Exception {
    var trace = "0af7651916cd43dd8448eb211c80319c";
    var variant = approved(account(Platform.MASTODON), "One", List.of("Two"), null);
    agency.act(
        session ->
            session.traces().note(variant.id(), "00-%s-b7ad6b7169203331-01".formatted(trace)));
    try (var receiver = TraceReceiver.start()) {
      agency.environment().put("GREENROOM_TRACING_ENDPOINT", receiver.endpoint().toString());
      publishDue();

      var followed =
          receiver.spans().stream().filter(span -> span.name().equals("follow up")).toList();
      assertThat(followed).hasSize(1);
      assertThat(followed.get(0).trace()).isEqualTo(trace);
      assertThat(followed.get(0).facts())
          .containsEntry("greenroom.variant.id", variant.id().toString())
          .containsEntry("greenroom.outcome", "settled");
      assertThat(receiver.spans())
          .filteredOn(span -> span.parent().equals(followed.get(0).id()))
          .extracting(TraceReceiver.ReceivedSpan::name)
          .containsExactlyInAnyOrder("check", "attempt");
      assertThat(receiver.spans().toString()).doesNotContain("Two");
    }
  }

  @Test
  void aPartWhoseAnswerWasLostIsFoundAndTheThreadGoesOnUnderIt() throws Exception {
    var variant = approved(account(Platform.X), "One", List.of("Two", "Three"), null);
    network.nextToFollow(
        command -> {
          network.accept(command);
          return new PublishOutcome.Unknown("The connection was lost.");
        });

    publishDue();

    assertThat(texts()).containsExactly("One", "Two", "Three");
    assertThat(network.posts())
        .extracting(OwnPost::replyTo)
        .containsExactly(null, "post-1", "post-2");
    assertThat(attempts(variant))
        .extracting(FollowUpAttemptRow::settledThrough)
        .containsExactly("reading", null);
  }

  @Test
  void aPartThatNeverArrivedIsSentAgainAndTheNextWaitsForIt() throws Exception {
    var variant = approved(account(Platform.X), "One", List.of("Two", "Three"), null);
    network.nextToFollow(command -> new PublishOutcome.Unknown("The connection was lost."));

    // The pause before it is sent again may be none.
    publishDue();
    waited(variant);
    publishDue();
    assertThat(texts()).containsExactly("One", "Two", "Three");
    assertThat(attempts(variant))
        .extracting(FollowUpAttemptRow::settledThrough)
        .containsExactly("reading", null, null);
  }

  @Test
  void aPartThatCantBeCheckedWaitsAndSaysSo() throws Exception {
    var variant = approved(account(Platform.X), "One", List.of("Two", "Three"), null);
    network.nextToFollow(
        command -> {
          database.forge(
              "update greenroom.talent set posting = '[]' where id = '%s'"
                  .formatted(variant.talentId()));
          return network.accept(command);
        });

    publishDue();

    assertThat(texts()).containsExactly("One", "Two");
    assertThat(followUps(variant))
        .extracting(FollowUpRow::state)
        .containsExactly(FollowUpState.DONE, FollowUpState.WAITING);
    assertThat(followUps(variant).get(1).reason()).contains("it is tried again each minute");
  }

  @Test
  void whereNothingCanBeReadAPersonDecidesAndNothingIsSentAgain() throws Exception {
    var variant = approved(account(Platform.LINKEDIN), "One", List.of(), "The link is here");
    network.nextToFollow(
        command -> {
          network.accept(command);
          return new PublishOutcome.Unknown("The connection was lost.");
        });

    publishDue();
    publishDue();

    assertThat(texts()).containsExactly("One", "The link is here");
    var comment = followUps(variant).get(0);
    assertThat(comment.state()).isEqualTo(FollowUpState.UNKNOWN);
    assertThat(attempts(variant).get(0).askedAt()).isNotNull();

    agency.act(session -> session.followUpDesk().done(comment, null, null, "Ada"));
    assertThat(followUps(variant).get(0).state()).isEqualTo(FollowUpState.DONE);
    assertThat(attempts(variant).get(0).settledThrough()).isEqualTo("person");
  }

  @Test
  void aRefusedPartEndsTheThreadUntilAPersonTriesAgainButNotTheComment() throws Exception {
    var variant = approved(account(Platform.MASTODON), "One", List.of("Two", "Three"), "And?");
    network.nextToFollow(command -> new PublishOutcome.Rejected("Not like this."));

    publishDue();

    assertThat(texts()).containsExactly("One", "And?");
    var broken = followUps(variant).get(0);
    assertThat(broken.state()).isEqualTo(FollowUpState.FAILED);
    assertThat(broken.reason()).isEqualTo("Not like this.");
    publishDue();
    assertThat(network.followed()).hasSize(2);

    agency.act(session -> session.followUpDesk().tryAgain(broken, "Ada tries again.", "Ada"));
    publishDue();
    assertThat(texts()).containsExactly("One", "And?", "Two", "Three");
    assertThat(network.posts())
        .extracting(OwnPost::replyTo)
        .containsExactly(null, "post-1", "post-1", "post-3");
  }

  @Test
  void whatAPersonLeavesOutEndsTheThreadThere() throws Exception {
    var variant = approved(account(Platform.MASTODON), "One", List.of("Two", "Three"), null);
    network.nextToFollow(command -> new PublishOutcome.Rejected("Not like this."));
    publishDue();
    var broken = followUps(variant).get(0);

    agency.act(session -> session.followUpDesk().leaveOut(broken, "Ada left it out.", "Ada"));
    publishDue();

    assertThat(followUps(variant))
        .extracting(FollowUpRow::state)
        .containsOnly(FollowUpState.LEFT_OUT);
    assertThat(texts()).containsExactly("One");
  }

  @Test
  void aPostThatIsFoundByReadingIsFollowedToo() throws Exception {
    approved(account(Platform.X), "One", List.of("Two"), null);
    network.acceptsAndDropsTheAnswer();

    publishDue();

    assertThat(texts()).containsExactly("One", "Two");
    assertThat(network.calls()).hasSize(1);
  }

  @Test
  void aSenderThatIsGoneAfterThePostLeavesWhatFollowsToTheNextRun() throws Exception {
    var variant = approved(account(Platform.MASTODON), "One", List.of("Two"), "And?");
    try (var one = new SingleSend(agency, network, agency.dispatch(Instant.now()))) {
      one.send(one.claim());
    }
    assertThat(agency.state(variant)).isEqualTo(VariantState.PUBLISHED);
    assertThat(texts()).containsExactly("One");

    publishDue();

    assertThat(texts()).containsExactly("One", "Two", "And?");
    assertThat(network.calls()).hasSize(1);
  }

  @Test
  void aSenderThatVanishedWithinAPartIsNotReplacedUntilItsRunHasEnded() throws Exception {
    var x = account(Platform.X);
    var variant = approved(x, "One", List.of("Two", "Three"), null);
    var dispatch = agency.dispatch(Instant.now());
    try (var one = new SingleSend(agency, network, dispatch)) {
      one.send(one.claim());
    }
    vanish(variant, dispatch);

    publishDue();
    assertThat(followUps(variant).get(0).state()).isEqualTo(FollowUpState.UNKNOWN);
    assertThat(texts()).containsExactly("One");

    agency.ended(dispatch);
    publishDue();
    waited(variant);
    publishDue();
    assertThat(texts()).containsExactly("One", "Two", "Three");
    assertThat(attempts(variant))
        .extracting(FollowUpAttemptRow::settledAs)
        .containsExactly("not_published", null, null);
  }

  @Test
  void aSenderThatWasOnlyPausedSettlesWhatItKnows() throws Exception {
    var variant = approved(account(Platform.X), "One", List.of("Two"), null);
    network.nextToFollow(
        command -> {
          // It stalls: another run takes what it had begun, and can't tell.
          waitUntilOrphaned();
          network.failsToRead(100);
          publishQuietly();
          assertThat(followUps(variant).get(0).state()).isEqualTo(FollowUpState.UNKNOWN);
          return network.accept(command);
        });
    var stalled =
        new PublishSettings(
            4,
            Duration.ZERO,
            Duration.ofMinutes(1),
            Duration.ofMillis(300),
            Duration.ofSeconds(10),
            0.01);
    PublishJob.run(
        agency.dispatch(Instant.now()), new Environment(agency.environment()), network, stalled);

    assertThat(followUps(variant).get(0).state()).isEqualTo(FollowUpState.DONE);
    assertThat(attempts(variant))
        .extracting(FollowUpAttemptRow::settledThrough)
        .containsExactly("sender");
    assertThat(texts()).containsExactly("One", "Two");
  }

  @Test
  void aSenderThatLostAPartAndGotNoAnswerProvesByItsOwnEndThatNothingWasSent() throws Exception {
    var variant = approved(account(Platform.X), "One", List.of("Two"), null);
    network.nextToFollow(
        command -> {
          waitUntilOrphaned();
          network.failsToRead(100);
          publishQuietly();
          network.failsToRead(0);
          return new PublishOutcome.Unknown("The connection was lost.");
        });
    PublishJob.run(
        agency.dispatch(Instant.now()),
        new Environment(agency.environment()),
        network,
        new PublishSettings(
            4,
            Duration.ZERO,
            Duration.ofMinutes(1),
            Duration.ofMillis(300),
            Duration.ofSeconds(10),
            0.01));

    assertThat(followUps(variant).get(0).state()).isEqualTo(FollowUpState.WAITING);
    assertThat(attempts(variant))
        .extracting(FollowUpAttemptRow::settledThrough)
        .containsExactly("reading");
    waited(variant);
    publishDue();
    assertThat(texts()).containsExactly("One", "Two");
  }

  @Test
  void aStopHoldsWhatFollowsToo() throws Exception {
    var variant = approved(account(Platform.MASTODON), "One", List.of("Two"), null);
    try (var one = new SingleSend(agency, network, agency.dispatch(Instant.now()))) {
      one.send(one.claim());
    }
    agency.act(
        session ->
            session
                .stops()
                .set(
                    new NewStop(
                        null, null, "panic", StopPolicy.HOLD_AND_DRAIN, "Stop.", "owner", null)));

    publishDue();

    assertThat(texts()).containsExactly("One");
    assertThat(followUps(variant).get(0).state()).isEqualTo(FollowUpState.WAITING);
  }

  @Test
  void aRateLimitIsWaitedForAndTheRestComesAfter() throws Exception {
    var variant = approved(account(Platform.MASTODON), "One", List.of("Two", "Three"), null);
    var until = Instant.parse("2126-11-21T10:00:00Z");
    network.nextToFollow(command -> new PublishOutcome.RateLimited(until, "Too many."));

    publishDue();

    var held = followUps(variant).get(0);
    assertThat(held.state()).isEqualTo(FollowUpState.WAITING);
    assertThat(held.notBefore()).isBetween(until, until.plusSeconds(60));
    publishDue();
    assertThat(network.followed()).hasSize(1);
  }

  @Test
  void anAccountThatWasToldToWaitByAPartSendsNothingElseUntilThen() throws Exception {
    var account = account(Platform.MASTODON);
    approved(account, "One", List.of("Two"), null);
    network.nextToFollow(
        command ->
            new PublishOutcome.RateLimited(Instant.now().plusSeconds(3600), "Too many posts."));
    publishDue();
    var later = approved(account, "Another", List.of(), null);

    publishDue();

    assertThat(texts()).containsExactly("One");
    assertThat(agency.attempts(later)).isEmpty();
    assertThat(agency.find(account).health()).isEqualTo(AccountHealth.SOFT_BLOCK);
  }

  @Test
  void aPartThatFindsTheTokenRevokedTellsTheAccountsHealth() throws Exception {
    var account = account(Platform.MASTODON);
    var variant = approved(account, "One", List.of("Two"), null);
    network.nextToFollow(
        command -> new PublishOutcome.AccountBlocked("The token was revoked; connect anew."));
    publishDue();
    assertThat(followUps(variant).get(0).state()).isEqualTo(FollowUpState.FAILED);
    assertThat(agency.find(account).health()).isEqualTo(AccountHealth.HARD_BLOCK);

    approved(account, "Another", List.of(), null);
    publishDue();
    assertThat(texts()).containsExactly("One");
  }

  @Test
  void whereTheNetworkDidntAnswerOfLateOnePartTriesAndTheOthersWait() throws Exception {
    var accounts =
        Stream.of("first", "second", "third")
            .map(name -> agency.account(Platform.MASTODON, name, "https://one.example", "token"))
            .toList();
    for (var account : accounts) {
      approved(account, "Post of " + account.name(), List.of("And more"), null);
    }
    try (var one = new SingleSend(agency, network, agency.dispatch(Instant.now()))) {
      for (int i = 0; i < accounts.size(); i++) {
        one.send(one.claim());
        network.nextToFollow(command -> new PublishOutcome.NotSent("Nobody answered."));
      }
    }
    halfOpen(accounts.get(0));

    publishDue();

    assertThat(network.followed()).hasSize(1);
    assertThat(
            database
                .tenants()
                .in(agency.id(), session -> session.limits().of(ids(accounts)))
                .keySet())
        .as("all wait for the next try")
        .containsExactlyInAnyOrderElementsOf(ids(accounts));
  }

  @Test
  void whatIsDaysLateAsksAPersonAndGoesOnWhenTheySaySo() throws Exception {
    var variant = approved(account(Platform.MASTODON), "One", List.of("Two", "Three"), null);
    try (var one = new SingleSend(agency, network, agency.dispatch(Instant.now()))) {
      one.send(one.claim());
    }
    wasSentEarlier(variant, Duration.ofDays(5));

    publishDue();

    assertThat(texts()).containsExactly("One");
    var late = followUps(variant).get(0);
    assertThat(late.state()).isEqualTo(FollowUpState.FAILED);
    assertThat(late.reason()).contains("would come too late").contains("within 2 hours");

    agency.act(session -> session.followUpDesk().tryAgain(late, "Ada tries again.", "Ada"));
    publishDue();
    assertThat(texts()).containsExactly("One", "Two", "Three");
  }

  @Test
  void whatWasHeldIntoQuietHoursWaitsForTheirEnd() throws Exception {
    var variant = approved(account(Platform.MASTODON), "One", List.of("Two"), null);
    try (var one = new SingleSend(agency, network, agency.dispatch(Instant.now()))) {
      one.send(one.claim());
    }
    wasSentEarlier(variant, Duration.ofMinutes(20));
    var ends = quietForAnHour();

    publishDue();

    assertThat(texts()).containsExactly("One");
    var held = followUps(variant).get(0);
    assertThat(held.state()).isEqualTo(FollowUpState.WAITING);
    assertThat(held.notBefore()).isEqualTo(ends);
    assertThat(held.reason()).contains("is inside the quiet hours");
  }

  @Test
  void aThreadThatRunsIntoQuietHoursIsFinished() throws Exception {
    approved(account(Platform.MASTODON), "One", List.of("Two", "Three"), "And?");
    try (var one = new SingleSend(agency, network, agency.dispatch(Instant.now()))) {
      one.send(one.claim());
    }
    quietForAnHour();

    publishDue();

    assertThat(texts()).containsExactly("One", "Two", "Three", "And?");
  }

  private void wasSentEarlier(VariantRow variant, Duration earlier) {
    database.forge(
        "update greenroom.attempt set started_at = started_at - interval '%d s' where variant_id = '%s'"
            .formatted(earlier.toSeconds(), variant.id()));
  }

  /** The talent sets quiet hours that began some minutes ago; returns when they end. */
  private Instant quietForAnHour() {
    var now = ZonedDateTime.now(ZoneId.of("Europe/Berlin")).truncatedTo(ChronoUnit.MINUTES);
    var hours = new QuietHours(now.minusMinutes(10).toLocalTime(), now.plusHours(1).toLocalTime());
    var tenant = agency.tenant();
    agency.act(
        session ->
            session
                .ownCaps()
                .set(tenant.talentId(), tenant.ownerId(), new OwnCaps(null, null, hours)));
    return now.plusHours(1).toInstant();
  }

  /** The account's network didn't answer of late, and the time has come to try whether it does. */
  private void halfOpen(AccountRow account) {
    database.forge(
        """
        insert into greenroom.circuit
          (tenant_id, id, app, platform, failures, opened, opened_at, probe_at, probing, reason)
        select tenant_id, id, greenroom.app_of(platform, channel, endpoint), platform, %d, 1, now(),
          now() - interval '1 second', false, 'Away.'
        from greenroom.account where id = '%s'
        """
            .formatted(Circuit.THRESHOLD, account.id()));
  }

  private static List<UUID> ids(List<AccountRow> accounts) {
    return accounts.stream().map(AccountRow::id).toList();
  }

  @Test
  void whatSurelyWasNotSentIsTriedAgainAndNotForEver() throws Exception {
    var variant = approved(account(Platform.MASTODON), "One", List.of("Two"), null);
    for (int i = 0; i < 8; i++) {
      network.nextToFollow(command -> new PublishOutcome.NotSent("Nobody answered."));
    }
    for (int i = 0; i < 9; i++) {
      publishDue();
      waited(variant);
    }
    assertThat(followUps(variant).get(0).state()).isEqualTo(FollowUpState.FAILED);
    assertThat(followUps(variant).get(0).reason())
        .isEqualTo("After 8 attempts it is left to you: Nobody answered.");
    assertThat(network.followed()).hasSize(8);
  }

  @Test
  void aDuplicateOfALostPartIsThatPartAndTheThreadGoesOn() throws Exception {
    var variant = approved(account(Platform.X), "One", List.of("Two", "Three"), null);
    network.nextToFollow(command -> new PublishOutcome.Unknown("The connection was lost."));
    network.nextToFollow(
        command -> {
          network.accept(command);
          return new PublishOutcome.Rejected("X refused it: duplicate content.", true);
        });

    publishDue();
    waited(variant);
    publishDue();

    assertThat(texts()).containsExactly("One", "Two", "Three");
    assertThat(attempts(variant))
        .extracting(FollowUpAttemptRow::outcome)
        .containsExactly("unknown", "unknown", "published");
  }

  @Test
  void onlyWhatWasSentAndNeverSeenLeavesItToAPerson() throws Exception {
    var variant = approved(account(Platform.MASTODON), "One", List.of("Two"), null);
    for (int i = 0; i < 3; i++) {
      network.nextToFollow(command -> new PublishOutcome.NotSent("Nobody answered."));
    }
    for (int i = 0; i < 4; i++) {
      network.nextToFollow(command -> new PublishOutcome.Unknown("The connection was lost."));
    }
    for (int i = 0; i < 8; i++) {
      publishDue();
      waited(variant);
    }
    assertThat(followUps(variant).get(0).state()).isEqualTo(FollowUpState.FAILED);
    assertThat(followUps(variant).get(0).reason()).startsWith("It was sent 4 times");
    assertThat(network.followed()).hasSize(7);
  }

  @Test
  void aPhraseThatIsForbiddenSinceIsNotSaid() throws Exception {
    var variant = approved(account(Platform.MASTODON), "One", List.of("Two pineapples"), null);
    try (var one = new SingleSend(agency, network, agency.dispatch(Instant.now()))) {
      one.send(one.claim());
    }
    agency.neverSay("pineapples");

    publishDue();

    assertThat(followUps(variant).get(0).state()).isEqualTo(FollowUpState.FAILED);
    assertThat(texts()).containsExactly("One");
  }

  @Test
  void aTextThatTheNetworkCutIsKeptAndTold() throws Exception {
    var variant = approved(account(Platform.MASTODON), "One whole post", List.of("Two"), null);
    network.next(
        command -> {
          var out = (PublishOutcome.Published) network.accept(command);
          return new PublishOutcome.Published(out.remoteId(), out.url(), "One who");
        });
    network.nextToFollow(
        command -> {
          var out = (PublishOutcome.Published) network.accept(command);
          return new PublishOutcome.Published(out.remoteId(), null, "Two");
        });

    publishDue();

    assertThat(agency.find(variant).alteredText()).isEqualTo("One who");
    assertThat(agency.attempts(variant).get(0).altered()).isTrue();
    assertThat(followUps(variant).get(0).alteredText()).isNull();
    agency.act(
        session ->
            assertThat(session.audit().list(null, variant.id(), null, 50).items())
                .extracting("act")
                .contains("variant.altered"));
  }

  private void vanish(VariantRow variant, UUID dispatch) {
    agency.act(
        session -> {
          var claim = session.followUpClaims().claim("gone", dispatch, variant.id(), 1).get(0);
          session.followUpLedger().begin(claim, "key", RetryClass.RECONCILE_ONLY, "post-1");
        });
    waitUntilOrphaned();
  }

  private void waitUntilOrphaned() {
    await()
        .until(
            () ->
                !database
                    .tenants()
                    .in(
                        agency.id(),
                        session -> session.followUpClaims().orphaned(FAST.orphanedAfter()))
                    .isEmpty());
  }

  /** The time it was told to wait for has passed. */
  private void waited(VariantRow variant) {
    database.forge(
        "update greenroom.follow_up set not_before = null where variant_id = '%s'"
            .formatted(variant.id()));
    agency.waited(variant);
  }

  private VariantRow approved(
      AccountRow account, String text, List<String> thread, String firstComment) {
    var payload =
        new Payload(
            account.platform(),
            String.valueOf(account.remoteId()),
            text,
            thread,
            firstComment,
            null,
            List.of(),
            new TreeMap<>());
    var tenant = agency.tenant();
    return tenant.approve(tenant.submit(agency.draft(account, payload)), Instant.now());
  }

  private AccountRow account(Platform platform) {
    return agency.account(platform, platform.wireName(), "https://network.example", "token");
  }

  private List<FollowUpRow> followUps(VariantRow variant) {
    return database.tenants().in(agency.id(), session -> session.followUps().of(variant.id()));
  }

  private List<FollowUpAttemptRow> attempts(VariantRow variant) {
    return database
        .tenants()
        .in(agency.id(), session -> session.followUps().attempts(List.of(variant.id())));
  }

  private List<String> texts() {
    return network.posts().stream().map(OwnPost::text).toList();
  }

  private void publishDue() throws Exception {
    PublishJob.run(
        agency.dispatch(Instant.now()), new Environment(agency.environment()), network, FAST);
  }

  private void publishQuietly() {
    try {
      publishDue();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
