package social.greenroom.store.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.core.channel.OwnPost;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.channel.PublishOutcome.NotSent;
import social.greenroom.core.channel.PublishOutcome.Published;
import social.greenroom.core.channel.PublishOutcome.Rejected;
import social.greenroom.core.channel.PublishOutcome.Unknown;
import social.greenroom.core.network.Platform;
import social.greenroom.core.network.RetryClass;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.post.ApprovalWindow;
import social.greenroom.core.post.CanonicalPayload;
import social.greenroom.core.post.FollowUp;
import social.greenroom.core.post.FollowUpState;
import social.greenroom.core.post.Payload;
import social.greenroom.store.database.Rule;
import social.greenroom.store.database.RuleViolationException;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.database.TenantWork;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.Finish;
import social.greenroom.store.stop.NewStop;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

/** The ledger of what follows a post, driven from a tenant Job's own login. */
class FollowUpIT {
  private static final String PRIVILEGE = "42501";

  private TestDatabase database;
  private SeededTenant tenant;
  private TenantDatabase job;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    tenant = database.seedTenant("follows");
    job = database.job(tenant.id()).tenants();
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void theDatabaseAndTheDomainHaveOneTableOfTransitions() throws SQLException {
    var inCore =
        Arrays.stream(FollowUpState.values())
            .flatMap(from -> from.next().stream().map(to -> from.wireName() + " " + to.wireName()))
            .toList();
    try (var app = database.asApp(null)) {
      assertThat(
              app.column(
                  "select from_state || ' ' || to_state from greenroom.follow_up_transition"))
          .containsExactlyInAnyOrderElementsOf(inCore);
      assertThat(
              app.column(
                  "select from_state || ' ' || to_state from greenroom.follow_up_transition where by_job"))
          .doesNotContain("failed waiting", "failed done", "failed left_out", "waiting left_out");
    }
  }

  @Test
  void whatFollowsIsWrittenWithTheOutcomeOfThePost() {
    var post = published("Two", "Three");
    assertThat(followUps(post)).extracting(FollowUpRow::position).containsExactly(1, 2, 3);
    assertThat(followUps(post))
        .extracting(FollowUpRow::kind)
        .containsExactly(
            FollowUp.Kind.THREAD_PART, FollowUp.Kind.THREAD_PART, FollowUp.Kind.FIRST_COMMENT);
    assertThat(followUps(post)).extracting(FollowUpRow::contentHash).doesNotHaveDuplicates();
    assertThat(followUps(post)).extracting(FollowUpRow::state).containsOnly(FollowUpState.WAITING);
  }

  @Test
  void itIsWrittenAsWellWhenAPersonSaysThatThePostIsOut() {
    var post = sent(new Unknown("Lost."), "Two");
    assertThat(followUps(post)).isEmpty();
    database
        .tenants()
        .run(
            tenant.id(),
            session ->
                session
                    .settlements()
                    .published(post.id(), find(post).version(), "net-7", null, "Ada"));
    assertThat(followUps(post)).hasSize(2);
    assertThat(find(post).remoteId()).isEqualTo("net-7");
  }

  @Test
  void aPostThatFailedIsFollowedByNothing() {
    assertThat(followUps(sent(new Rejected("No."), "Two"))).isEmpty();
  }

  @Test
  void nobodyMakesUpWhatFollows() throws SQLException {
    var post = published("Two");
    var failed = sent(new Rejected("No."), "Two of another");
    try (var app = database.asApp(tenant.id());
        var asJob = database.asJob(tenant.id())) {
      for (var connection : List.of(app, asJob)) {
        for (var variant : List.of(post.id(), failed.id())) {
          assertThat(
                  connection.refusal(
                      """
                      insert into greenroom.follow_up
                        (tenant_id, variant_id, position, account_id, talent_id, kind, changed_by)
                      values (?, ?, 9, ?, ?, 'thread_part', 'x')
                      """,
                      tenant.id(),
                      variant,
                      tenant.accountId(),
                      tenant.talentId()))
              .isEqualTo(Rule.IMMUTABLE.sqlState());
        }
      }
    }
  }

  @Test
  void partsAreTakenInOrderEachOnceItsForerunnerIsOut() {
    var post = published("Two", "Three");
    var first = claim().get(0);
    assertThat(first.row().position()).isEqualTo(1);
    assertThat(claim()).as("one in flight per account").isEmpty();

    finish(first, new Published("net-2", null));
    var second = claim().get(0);
    assertThat(second.row().position()).isEqualTo(2);
    assertThat(answered(second)).isEqualTo("net-2");
    finish(second, new Published("net-3", null));
    var comment = claim().get(0);
    assertThat(comment.row().position()).isEqualTo(3);
    assertThat(answered(comment)).isEqualTo("net-1");
    finish(comment, new Published("net-4", null));
    assertThat(claim()).isEmpty();
    assertThat(followUps(post)).extracting(FollowUpRow::state).containsOnly(FollowUpState.DONE);
  }

  @Test
  void theDatabaseItselfKeepsTheOrder() throws SQLException {
    var post = published("Two", "Three");
    try (var connection = database.asJob(tenant.id())) {
      assertThat(
              connection.refusal(
                  """
                  update greenroom.follow_up
                  set state = 'sending', claim_fence = nextval('greenroom.claim_fence'), heartbeat_at = now()
                  where variant_id = ? and position = 2
                  """,
                  post.id()))
          .isEqualTo(Rule.TRANSITION.sqlState());
    }
  }

  @Test
  void anUnknownPartHoldsTheNextAndSettlingItLetsThemGoOn() {
    published("Two", "Three");
    finish(claim().get(0), new Unknown("Lost."));
    var comment = claim();
    assertThat(comment).extracting(claim -> claim.row().position()).containsExactly(3);
    finish(comment.get(0), new Published("c", null));
    assertThat(claim()).isEmpty();

    var doubt = in(session -> session.followUpSettlements().open()).get(0);
    var seen = new OwnPost("net-2", null, "Two", Instant.now());
    assertThat(
            is(
                session ->
                    session.followUpSettlements().published(doubt.attempt(), seen, null, "w2")))
        .isTrue();
    assertThat(claim()).extracting(claim -> claim.row().position()).containsExactly(2);
    assertThat(
            is(
                session ->
                    session
                        .followUpSettlements()
                        .sendAgain(doubt.attempt(), "x", Instant.now(), "w3")))
        .as("it is settled once")
        .isFalse();
  }

  @Test
  void aSenderThatLostItsClaimWritesNothingButThatItIsOut() {
    var post = published("Two");
    var stale = claim().get(0);
    var attempt = begin(stale);
    var orphan = in(s -> s.followUpClaims().orphaned(Duration.ZERO)).get(0);
    assertThat(settle(orphan)).contains(FollowUpState.UNKNOWN);
    assertThat(is(s -> s.followUpClaims().heartbeat(stale))).isFalse();
    assertThat(write(stale, attempt, new Unknown("No answer."))).isFalse();
    assertThat(followUps(post).get(0).state()).isEqualTo(FollowUpState.UNKNOWN);
    assertThat(write(stale, attempt, new Published("net-2", null))).isFalse();
    assertThat(followUps(post).get(0).state()).isEqualTo(FollowUpState.DONE);
    assertThat(followUps(post).get(0).remoteId()).isEqualTo("net-2");
  }

  @Test
  void aSenderThatLostItsClaimTellsThatNothingWasSent() {
    var post = published("Two");
    var stale = claim().get(0);
    var attempt = begin(stale);
    settle(in(s -> s.followUpClaims().orphaned(Duration.ZERO)).get(0));
    assertThat(write(stale, attempt, new NotSent("Not reached."))).isFalse();
    assertThat(followUps(post).get(0).state()).isEqualTo(FollowUpState.WAITING);
    assertThat(claim()).hasSize(1);
    assertThat(write(stale, attempt, new Rejected("No."))).isFalse();
    assertThat(followUps(post).get(0).state()).isEqualTo(FollowUpState.SENDING);
  }

  @Test
  void aClaimThatNeverBeganWaitsAgain() {
    published("Two");
    claim();
    var orphan = in(s -> s.followUpClaims().orphaned(Duration.ZERO)).get(0);
    assertThat(settle(orphan)).contains(FollowUpState.WAITING);
    assertThat(claim()).hasSize(1);
  }

  @Test
  void nothingIsBegunTwice() {
    published("Two");
    var claim = claim().get(0);
    begin(claim);
    assertRefused(() -> begin(claim), Rule.SENT_ALREADY);
  }

  @Test
  void aStopIsAskedInTheClaimAndAgainRightBeforeTheSending() {
    published("Two");
    var claim = claim().get(0);
    database
        .tenants()
        .run(
            tenant.id(),
            session ->
                session
                    .stops()
                    .set(
                        new NewStop(null, null, "panic", StopPolicy.HOLD, "Stop.", "owner", null)));
    assertRefused(() -> begin(claim), Rule.STOPPED);
    job.run(tenant.id(), s -> s.followUpClaims().release(claim, "Held.", null));
    assertThat(claim()).isEmpty();
  }

  @Test
  void afterTheApprovedTimeNothingFollows() {
    var post = published("Two");
    var claim = claim().get(0);
    database.forge(
        "update greenroom.approval set not_after = now() - interval '1 second' where variant_id = '%s'"
            .formatted(post.id()));
    assertRefused(() -> begin(claim), Rule.APPROVAL);
  }

  @Test
  void aTextThatIsNotTheApprovedOneIsRefused() {
    published("Two");
    var claim = claim().get(0);
    var row = claim.row();
    var other =
        new FollowUpRow(
            row.tenantId(),
            row.variantId(),
            row.position(),
            row.accountId(),
            row.talentId(),
            row.kind(),
            "0".repeat(64),
            row.state(),
            row.version(),
            row.wantedAt(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            "x",
            "w",
            row.claimFence(),
            null,
            row.dispatchId(),
            row.createdAt(),
            row.updatedAt());
    assertRefused(() -> begin(new FollowUpClaim(other, claim.fence(), "w", null)), Rule.APPROVAL);
  }

  @Test
  void whatFollowsAPostThatWasTakenDownIsLeftOut() throws SQLException {
    var post = published("Two");
    try (var app = database.asApp(tenant.id())) {
      app.update(
          "update greenroom.variant set state = 'taken_down', changed_by = 'Ada' where id = ?",
          post.id());
    }
    assertThat(followUps(post)).extracting(FollowUpRow::state).containsOnly(FollowUpState.LEFT_OUT);
    assertThat(claim()).isEmpty();
  }

  @Test
  void aJobTakesNoDecisionOfAPersons() throws SQLException {
    var post = published("Two");
    finish(claim().get(0), new Rejected("No."));
    var failed = followUps(post).get(0);
    try (var asJob = database.asJob(tenant.id())) {
      assertThat(
              asJob.refusal(
                  "update greenroom.follow_up set state = 'waiting' where state = 'failed'"))
          .isEqualTo(Rule.TRANSITION.sqlState());
      assertThat(asJob.refusal("update greenroom.follow_up set wanted_at = now()"))
          .isEqualTo(PRIVILEGE);
    }
    assertRefused(
        () -> job.run(tenant.id(), s -> s.followUpDesk().done(failed, null, null, "x")),
        Rule.TRANSITION);
    assertRefused(
        () -> job.run(tenant.id(), s -> s.followUpDesk().leaveOut(failed, "x", "x")),
        Rule.TRANSITION);
  }

  @Test
  void noReorderingAndNoBulkEditTouchesWhatIsOut() throws SQLException {
    var post = published("Two", "Three");
    finish(claim().get(0), new Published("net-2", null));
    try (var app = database.asApp(tenant.id());
        var asJob = database.asJob(tenant.id())) {
      for (var connection : List.of(app, asJob)) {
        assertThat(connection.refusal("update greenroom.follow_up set position = position + 10"))
            .isEqualTo(PRIVILEGE);
        assertThat(connection.refusal("update greenroom.follow_up set content_hash = 'x'"))
            .isEqualTo(PRIVILEGE);
        assertThat(connection.refusal("delete from greenroom.follow_up")).isEqualTo(PRIVILEGE);
        for (var change :
            List.of(
                "reason = 'x'",
                "remote_id = 'x'",
                "remote_url = 'x'",
                "not_before = now()",
                "altered_text = 'x'",
                "claim_fence = 1",
                "changed_by = 'bulk'")) {
          assertThat(
                  connection.refusal(
                      "update greenroom.follow_up set " + change + " where variant_id = ?",
                      post.id()))
              .as(change)
              .isEqualTo(Rule.IMMUTABLE.sqlState());
        }
        for (var change :
            List.of(
                "outcome = 'not_sent'",
                "detail = 'x'",
                "remote_id = 'x'",
                "settled_as = 'published'")) {
          assertThat(connection.refusal("update greenroom.follow_up_attempt set " + change))
              .as(change)
              .isEqualTo(Rule.IMMUTABLE.sqlState());
        }
      }
    }
    try (var connection = database.superuser().getConnection();
        var statement = connection.createStatement()) {
      for (var change :
          List.of(
              "update greenroom.follow_up set position = position + 10",
              "update greenroom.follow_up set kind = 'first_comment'",
              "delete from greenroom.follow_up",
              "delete from greenroom.follow_up_attempt",
              "update greenroom.follow_up_attempt set reply_to = 'x'",
              "update greenroom.attempt set retry_class = 'never'",
              "truncate greenroom.follow_up cascade")) {
        assertThatThrownBy(() -> statement.execute(change))
            .as(change)
            .isInstanceOfSatisfying(
                SQLException.class,
                e -> assertThat(e.getSQLState()).isEqualTo(Rule.IMMUTABLE.sqlState()));
      }
    }
  }

  @Test
  void onlyADoubtIsAskedAboutAndOnlyADoubtIsSettled() {
    published("Two", "Three");
    var claim = claim().get(0);
    var attempt = begin(claim);
    write(claim, attempt, new Unknown("Lost."));
    var candidate = new OwnPost("c", "https://net/c", "Tw", Instant.parse("2026-11-21T10:00:00Z"));
    assertThat(is(s -> s.followUpSettlements().ask(attempt, "Look.", List.of(candidate)))).isTrue();
    var asked = in(s -> s.followUps().attempts(List.of(claim.row().variantId()))).get(0);
    assertThat(asked.candidates()).containsExactly(candidate);
    assertThat(is(s -> s.followUpSettlements().ask(attempt, "Look.", List.of())))
        .as("who looked before it was asked about")
        .isFalse();
    assertThat(is(s -> s.followUpSettlements().failed(asked, "Not there.", "w"))).isTrue();
    assertThat(is(s -> s.followUpSettlements().ask(attempt, "Look.", List.of()))).isFalse();
  }

  @Test
  void thePlannerLearnsOfWhatIsToFollow() {
    assertThat(database.lookup().tenantsWithFollowUps(Duration.ofMinutes(1))).isEmpty();
    published("Two");
    assertThat(database.lookup().tenantsWithFollowUps(Duration.ofMinutes(1)))
        .containsExactly(tenant.id());
    assertThat(is(s -> s.followUps().due())).isTrue();

    var part = claim().get(0);
    finish(part, new Rejected("No."));
    finish(claim().get(0), new Published("c", null));
    assertThat(database.lookup().tenantsWithFollowUps(Duration.ofMinutes(1))).isEmpty();
    assertThat(is(s -> s.followUps().due())).isFalse();
  }

  private static void assertRefused(ThrowingCallable act, Rule rule) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RuleViolationException.class, e -> assertThat(e.rule()).isEqualTo(rule));
  }

  /** A post with a thread of these parts and a first comment, which is out. */
  private VariantRow published(String... parts) {
    return sent(new Published("net-1", null), parts);
  }

  private VariantRow sent(PublishOutcome outcome, String... parts) {
    var queued = queued(parts);
    var claim = in(s -> s.claims().claim("w", queued.dispatchId(), 1)).get(0);
    var attempt = in(s -> s.attempts().begin(claim, "key", RetryClass.RECONCILE_ONLY));
    job.run(
        tenant.id(),
        s -> s.attempts().finish(claim, attempt.id(), Finish.of(outcome, Instant.now())));
    return find(queued);
  }

  private VariantRow queued(String... parts) {
    var payload =
        CanonicalPayload.write(
            new Payload(
                Platform.MASTODON,
                tenant.remoteId(),
                "First of " + parts[0],
                List.of(parts),
                "A comment",
                null,
                List.of(),
                new TreeMap<>()));
    var draft = tenant.draft("draft");
    database
        .tenants()
        .run(tenant.id(), s -> s.desk().edit(draft.id(), draft.version(), payload, "Ada"));
    var approved =
        tenant.approve(tenant.submit(draft), Instant.now().minusSeconds(5), ApprovalWindow.ANY);
    return database
        .tenants()
        .in(
            tenant.id(),
            session -> {
              var dispatch = session.dispatches().plan(Instant.now());
              session.planning().queue(dispatch.id(), Instant.now(), 10);
              return session.variants().find(approved.id()).orElseThrow();
            });
  }

  private <T> T in(TenantWork<T, RuntimeException> work) {
    return job.in(tenant.id(), work);
  }

  private boolean is(TenantWork<Boolean, RuntimeException> question) {
    return job.in(tenant.id(), question);
  }

  private Optional<FollowUpState> settle(FollowUpRow orphan) {
    return in(s -> s.followUpClaims().settle(orphan, "w2"));
  }

  private VariantRow find(VariantRow row) {
    return in(session -> session.variants().find(row.id()).orElseThrow());
  }

  private List<FollowUpRow> followUps(VariantRow post) {
    return in(session -> session.followUps().of(post.id()));
  }

  private List<FollowUpClaim> claim() {
    return in(session -> session.followUpClaims().claim("w", (UUID) null, null, 10));
  }

  private String answered(FollowUpClaim claim) {
    return in(s -> s.followUpLedger().answered(claim.row())).orElseThrow();
  }

  private FollowUpAttemptRow begin(FollowUpClaim claim) {
    return in(s -> s.followUpLedger().begin(claim, "key", RetryClass.RECONCILE_ONLY, "net-1"));
  }

  private boolean write(FollowUpClaim claim, FollowUpAttemptRow attempt, PublishOutcome outcome) {
    var finish = FollowUpFinish.of(outcome, Instant.now(), null);
    return in(s -> s.followUpLedger().finish(claim, attempt, finish));
  }

  private void finish(FollowUpClaim claim, PublishOutcome outcome) {
    assertThat(write(claim, begin(claim), outcome)).isTrue();
  }
}
