package social.greenroom.store.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.TemporalUnitOffset;
import org.assertj.core.data.TemporalUnitWithinOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.core.channel.OwnPost;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.channel.PublishOutcome.NotSent;
import social.greenroom.core.channel.PublishOutcome.Published;
import social.greenroom.core.channel.PublishOutcome.RateLimited;
import social.greenroom.core.channel.PublishOutcome.Rejected;
import social.greenroom.core.channel.PublishOutcome.Unknown;
import social.greenroom.core.id.Ids;
import social.greenroom.core.network.RetryClass;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.database.Rule;
import social.greenroom.store.database.RuleViolationException;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.post.VariantChange;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

/** The heart of "exactly once", driven from a tenant Job's own login. */
class ClaimIT {
  private static final Instant PAST = Instant.now().minusSeconds(60);
  private TestDatabase database;
  private SeededTenant tenant;
  private TenantDatabase job;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    tenant = database.seedTenant("claims");
    job = database.job(tenant.id()).tenants();
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void whatLandsWhileAnotherIsLookedAtCounts() {
    tenant.queued(tenant.draft("on its way"), PAST);
    var claim = claim("w", 1).get(0);
    var attempt = begin(claim);
    var now = job.in(tenant.id(), TenantSession::now);
    assertThat(sentSince(now)).extracting(Occupied::state).containsExactly(VariantState.PUBLISHING);
    finish(claim, attempt, new Published("1", "https://net/1"));
    assertThat(sentSince(now)).extracting(Occupied::state).containsExactly(VariantState.PUBLISHED);
  }

  private List<Occupied> sentSince(Instant now) {
    return job.in(
        tenant.id(),
        session ->
            session.planning().sentSince(Set.of(tenant.talentId()), PAST.minusSeconds(60), now));
  }

  @Test
  void onlyWhatIsQueuedAndDueIsTaken() {
    tenant.waiting("waits");
    var later = tenant.queued(draftFor("later"), Instant.now().plusSeconds(3600));
    assertThat(claim("w", 10)).isEmpty();
    assertThat(job.in(tenant.id(), session -> session.claims().untilNextDue()).orElseThrow())
        .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
    assertThat(find(later.id()).state()).isEqualTo(VariantState.QUEUED);

    var due = tenant.queued(tenant.draft("due"), PAST);
    var claim = claim("w", 10);
    assertThat(claim).extracting(Claim::variantId).containsExactly(due.id());
    assertThat(find(due.id()).claimedBy()).isEqualTo("w");

    tenant.approve(tenant.submit(draftFor("approved")), PAST);
    assertThat(claim("w", 10)).isEmpty();
  }

  @Test
  void anAccountHasOneOnItsWayAndTheEarliestGoesFirst() {
    var second = tenant.queued(tenant.draft("second"), PAST.plusSeconds(1));
    var first = tenant.queued(tenant.draft("first"), PAST);
    var claims = claim("w", 10);
    assertThat(claims).extracting(Claim::variantId).containsExactly(first.id());
    assertThat(claim("v", 10)).isEmpty();

    publish(claims.get(0));
    assertThat(claim("v", 10)).extracting(Claim::variantId).containsExactly(second.id());
  }

  @Test
  void theIndexAloneKeepsASecondOneOffTheAccount() throws SQLException {
    var first = tenant.queued(tenant.draft("first"), PAST);
    var second = tenant.queued(tenant.draft("second"), PAST);
    claim("w", 1);
    try (var connection = database.asJob(tenant.id())) {
      assertThat(
              connection.refusal(
                  """
                  update greenroom.variant set state = 'publishing', claim_fence = nextval('greenroom.claim_fence')
                  where id in (?, ?) and state = 'queued'
                  """,
                  first.id(),
                  second.id()))
          .isEqualTo("23505");
    }
  }

  @Test
  void claimersAtOnceTakeEveryVariantOnceAndNeverTwoOfAnAccount() throws Exception {
    var accounts = new ArrayList<UUID>();
    for (int i = 0; i < 12; i++) {
      var name = "acc" + i;
      var account = tenant.addAccount(name);
      accounts.add(account);
      for (int n = 0; n < 2; n++) {
        tenant.queued(tenant.draft(account, "remote-" + name, name + " " + n), PAST);
      }
    }
    var taken = new ConcurrentLinkedQueue<Claim>();
    inParallel(
        6,
        worker -> {
          // The first round is the race; afterwards everybody is refused by what is on its way.
          for (int round = 0; round < 4; round++) {
            taken.addAll(claim("w" + worker, 3));
          }
        });
    assertThat(taken).extracting(Claim::variantId).doesNotHaveDuplicates();
    assertThat(taken).extracting(claim -> claim.variant().accountId()).doesNotHaveDuplicates();
    assertThat(taken).extracting(Claim::fence).doesNotHaveDuplicates();
    // Nothing is left lying: once the race is over a claimer gets whatever the others skipped.
    taken.addAll(claim("last", 20));
    assertThat(taken)
        .extracting(claim -> claim.variant().accountId())
        .containsExactlyInAnyOrderElementsOf(accounts);
  }

  @Test
  void attemptsAtOnceForOneClaimAreOne() throws Exception {
    tenant.queued(tenant.draft("one"), PAST);
    var claim = claim("w", 1).get(0);
    var begun = new ConcurrentLinkedQueue<AttemptRow>();
    var refused = new ConcurrentLinkedQueue<RuntimeException>();
    inParallel(
        4,
        worker -> {
          try {
            begun.add(begin(claim));
          } catch (RuntimeException e) {
            refused.add(e);
          }
        });
    assertThat(begun).hasSize(1);
    assertThat(refused).hasSize(3).allMatch(e -> e instanceof RuleViolationException);
  }

  @Test
  void theIndexAloneRefusesASecondAttemptWhileOneIsSending() throws SQLException {
    tenant.queued(tenant.draft("index"), PAST);
    var claim = claim("w", 1).get(0);
    begin(claim);
    try (var connection = database.superuser().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "set session_replication_role = replica"); // no triggers: the index is alone
      assertThatThrownBy(
              () ->
                  statement.execute(
                      """
                      insert into greenroom.attempt (tenant_id, id, variant_id, account_id, number, fence, worker,
                        content_hash, idempotency_key)
                      select tenant_id, gen_random_uuid(), variant_id, account_id, 2, fence, worker, content_hash, 'k'
                      from greenroom.attempt
                      """))
          .hasMessageContaining("attempt_one_sending");
    }
  }

  @Test
  void everyOutcomeMovesTheVariantWhereItBelongs() {
    assertThat(outcome(new Published("1", "https://net/1"))).isEqualTo(VariantState.PUBLISHED);
    assertThat(outcome(new Rejected("Too rude."))).isEqualTo(VariantState.FAILED);
    assertThat(outcome(new NotSent("Not reached."))).isEqualTo(VariantState.APPROVED);
    assertThat(outcome(new RateLimited(Instant.now().plusSeconds(900), "Slow down.")))
        .isEqualTo(VariantState.APPROVED);
    assertThat(outcome(new PublishOutcome.AccountBlocked("Revoked.")))
        .isEqualTo(VariantState.FAILED);
    assertThat(outcome(new Unknown("No answer."))).isEqualTo(VariantState.UNKNOWN);
  }

  @Test
  void whatIsRateLimitedIsNotDueBeforeItsTime() {
    var queued = tenant.queued(tenant.draft("limited"), PAST);
    var claim = claim("w", 1).get(0);
    var until = Instant.now().plusSeconds(900);
    finish(claim, begin(claim), new RateLimited(until, "Slow down."));
    var limited = find(queued.id());
    assertThat(limited.dueAt()).isCloseTo(until, within(Duration.ofMillis(1)));
    assertThat(limited.publishAt()).isCloseTo(PAST, within(Duration.ofMillis(1)));
    assertThat(requeue(Instant.now())).isZero();
    assertThat(requeue(until.plusSeconds(1))).isEqualTo(1);
    assertThat(claim("w", 1)).isEmpty();
  }

  @Test
  void aVariantIsNotLeftBehindWhileItsAttemptHasNoOutcome() throws SQLException {
    var queued = tenant.queued(tenant.draft("left"), PAST);
    begin(claim("w", 1).get(0));
    try (var connection = database.asJob(tenant.id())) {
      for (var state : List.of("approved", "failed", "unknown", "published")) {
        assertThat(
                connection.refusal(
                    "update greenroom.variant set state = '%s' where id = ?".formatted(state),
                    queued.id()))
            .as(state)
            .isEqualTo(Rule.SENT_ALREADY.sqlState());
      }
    }
  }

  @Test
  void nothingBecomesPublishedWithoutAnAttemptThatWas() throws SQLException {
    var queued = tenant.queued(tenant.draft("unsent"), PAST);
    claim("w", 1);
    try (var connection = database.asJob(tenant.id())) {
      assertThat(
              connection.refusal(
                  "update greenroom.variant set state = 'published' where id = ?", queued.id()))
          .isEqualTo(Rule.SENT_ALREADY.sqlState());
    }
  }

  @Test
  void aLostSenderWhoHadNotSentLeavesItApproved() {
    var queued = tenant.queued(tenant.draft("lost before"), PAST);
    var lost = claim("lost", 1).get(0);
    var orphan = orphan();
    assertThat(orphan.sending()).isEmpty();
    assertThat(settle(orphan)).contains(VariantState.APPROVED);
    assertThat(find(queued.id()).state()).isEqualTo(VariantState.APPROVED);

    assertThat(
            job.<Boolean, RuntimeException>in(
                tenant.id(), session -> session.claims().heartbeat(lost)))
        .isFalse();
    refused(Rule.STALE_CLAIM, () -> begin(lost));
  }

  @Test
  void aLostSenderWhoWasSendingLeavesItUnknownAndNothingIsSentAgain() throws SQLException {
    var queued = tenant.queued(tenant.draft("lost while"), PAST);
    begin(claim("lost", 1).get(0));
    assertThat(settle(orphan())).contains(VariantState.UNKNOWN);
    assertThat(find(queued.id()).state()).isEqualTo(VariantState.UNKNOWN);
    try (var app = database.asApp(tenant.id())) {
      assertThat(
              app.refusal(
                  "update greenroom.variant set state = 'approved' where id = ?", queued.id()))
          .isEqualTo(Rule.SENT_ALREADY.sqlState());
    }
  }

  @Test
  void aStaleClaimWritesNothingButTheNewsThatItWentOut() {
    var queued = tenant.queued(tenant.draft("stale"), PAST);
    var stale = claim("paused", 1).get(0);
    var attempt = begin(stale);
    settle(orphan());

    assertThat(finish(stale, attempt, new Unknown("No answer."))).isEqualTo(FinishResult.LOST);
    assertThat(find(queued.id()).state()).isEqualTo(VariantState.UNKNOWN);
    assertThat(finish(stale, attempt, new Published("9", "https://net/9")))
        .isEqualTo(FinishResult.SETTLED_LATE);
    var settled = find(queued.id());
    assertThat(settled.state()).isEqualTo(VariantState.PUBLISHED);
    assertThat(settled.remoteId()).isEqualTo("9");
    assertThat(finish(stale, attempt, new Published("9", "https://net/9")))
        .isEqualTo(FinishResult.LOST);
  }

  @Test
  void aStaleClaimsWordThatNothingWasSentSettlesItsOwnAttemptAndNoOther() {
    var queued = tenant.queued(tenant.draft("turned away"), PAST);
    var stale = claim("paused", 1).get(0);
    var attempt = begin(stale);
    settle(orphan());

    var turnedAway = Finish.of(new NotSent("Not reached."), PAST);
    assertThat(finish(stale, attempt, turnedAway)).isEqualTo(FinishResult.SETTLED_LATE);
    var again = find(queued.id());
    assertThat(again.state()).isEqualTo(VariantState.APPROVED);
    assertThat(again.scheduleReason()).isEqualTo("Not reached.");
    var attempts = job.in(tenant.id(), session -> session.attempts().of(queued.id()));
    assertThat(attempts)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.outcome()).isEqualTo("unknown");
              assertThat(row.settledAs()).isEqualTo("not_published");
            });

    requeue(Instant.now());
    var fresh = claim("fresh", 1).get(0);
    begin(fresh);
    settle(orphan());
    assertThat(finish(stale, attempt, turnedAway)).isEqualTo(FinishResult.LOST);
    assertThat(find(queued.id()).state()).isEqualTo(VariantState.UNKNOWN);
  }

  @Test
  void aStaleClaimsWordThatItWasRefusedLeavesItToAPerson() {
    var queued = tenant.queued(tenant.draft("refused"), PAST);
    var stale = claim("paused", 1).get(0);
    var attempt = begin(stale);
    settle(orphan());

    assertThat(finish(stale, attempt, new Rejected("Too long.")))
        .isEqualTo(FinishResult.SETTLED_LATE);
    assertThat(find(queued.id()).state()).isEqualTo(VariantState.FAILED);
    assertThat(find(queued.id()).failureReason()).isEqualTo("Too long.");
  }

  @Test
  void aStaleFenceReleasesAndRefusesNothing() {
    var queued = tenant.queued(tenant.draft("fence"), PAST);
    var stale = claim("stale", 1).get(0);
    settle(orphan());
    requeue(Instant.now());
    var fresh = claim("fresh", 1).get(0);
    assertThat(fresh.fence()).isGreaterThan(stale.fence());
    assertThat(
            job.<Boolean, RuntimeException>in(
                tenant.id(), s -> s.claims().release(stale, "x", null)))
        .isFalse();
    assertThat(job.<Boolean, RuntimeException>in(tenant.id(), s -> s.claims().refuse(stale, "x")))
        .isFalse();
    refused(Rule.STALE_CLAIM, () -> begin(stale));
    assertThat(find(queued.id()).claimedBy()).isEqualTo("fresh");
    publish(fresh);
  }

  @Test
  void twoWhoSettleTheSameOrphanAreOne() {
    tenant.queued(tenant.draft("two"), PAST);
    claim("lost", 1);
    var orphan = orphan();
    assertThat(settle(orphan)).isPresent();
    assertThat(settle(orphan)).isEmpty();
  }

  @Test
  void aSenderThatCameBackKeepsItsClaim() {
    tenant.queued(tenant.draft("back"), PAST);
    var claim = claim("back", 1).get(0);
    var orphan = orphan();
    assertThat(
            job.<Boolean, RuntimeException>in(
                tenant.id(), session -> session.claims().heartbeat(claim)))
        .isTrue();
    assertThat(settle(orphan)).isEmpty();
    publish(claim);
  }

  @Test
  void aHeartbeatIsNoChangeThatAnybodyEditsAgainst() {
    tenant.queued(tenant.draft("beat"), PAST);
    var claim = claim("w", 1).get(0);
    job.<Boolean, RuntimeException>in(tenant.id(), session -> session.claims().heartbeat(claim));
    assertThat(find(claim.variantId()).version()).isEqualTo(claim.variant().version());
  }

  @Test
  void theSenderIsProvenDeadOnlyByTheOperator() throws SQLException {
    tenant.queued(tenant.draft("dead"), PAST);
    var claim = claim("lost", 1).get(0);
    begin(claim);
    try (var connection = database.asJob(tenant.id())) {
      assertThat(connection.refusal("update greenroom.dispatch set ended_at = now()"))
          .isEqualTo("42501");
    }
    settle(orphan());
    assertThat(inDoubt().senderEnded()).isFalse();
    database.tenants().run(tenant.id(), s -> s.dispatches().ended(claim.dispatchId(), "Gone."));
    assertThat(inDoubt().senderEnded()).isTrue();
    assertThat(inDoubt().attempt().worker()).isEqualTo("lost");
  }

  @Test
  void whatReadingShowedAbsentIsSentAgainAndOnlyOnce() {
    var queued = tenant.queued(tenant.draft("again"), PAST);
    begin(claim("lost", 1).get(0));
    settle(orphan());
    var doubt = inDoubt();
    job.run(
        tenant.id(),
        s -> s.settlements().sendAgain(doubt.attempt(), "Not on the timeline.", null, "w2"));
    assertThat(find(queued.id()).state()).isEqualTo(VariantState.APPROVED);
    requeue(Instant.now());
    publish(claim("w2", 1).get(0));
    var attempts = job.in(tenant.id(), session -> session.attempts().of(queued.id()));
    assertThat(attempts).extracting(AttemptRow::number).containsExactly(1, 2);
    assertThat(attempts).extracting(AttemptRow::settledAs).containsExactly("not_published", null);
  }

  @Test
  void aVerdictAboutOneAttemptSettlesNoOther() {
    var queued = tenant.queued(tenant.draft("verdict"), PAST);
    begin(claim("lost", 1).get(0));
    settle(orphan());
    var first = inDoubt();
    var shown = find(queued.id()).version();
    job.run(
        tenant.id(),
        s -> s.settlements().sendAgain(first.attempt(), "Not on the timeline.", null, "w2"));
    requeue(Instant.now());
    begin(claim("lost too", 1).get(0));
    settle(orphan());
    assertThat(inDoubt().attempt().number()).isEqualTo(2);

    var late =
        List.of(
            job.in(tenant.id(), s -> s.settlements().sendAgain(first.attempt(), "x", null, "w3")),
            job.in(
                tenant.id(),
                s -> s.settlements().published(first.attempt(), seen("7"), null, "w3")),
            job.in(tenant.id(), s -> s.settlements().failed(first.attempt(), "x", "w3")));
    assertThat(late).hasOnlyElementsOfType(VariantChange.NotNow.class);
    var person =
        List.of(
            database
                .tenants()
                .in(tenant.id(), s -> s.settlements().failed(queued.id(), shown, "x", "Ada")),
            database
                .tenants()
                .in(
                    tenant.id(),
                    s -> s.settlements().published(queued.id(), shown, null, null, "Ada")));
    assertThat(person).hasOnlyElementsOfType(VariantChange.Stale.class);
    assertThat(find(queued.id()).state()).isEqualTo(VariantState.UNKNOWN);

    var second = inDoubt().attempt();
    job.run(tenant.id(), s -> s.settlements().published(second, seen("7"), null, "w3"));
    assertThat(find(queued.id()).state()).isEqualTo(VariantState.PUBLISHED);
  }

  @Test
  void aPersonSettlesWhatReadingCant() {
    var queued = tenant.queued(tenant.draft("person"), PAST);
    begin(claim("lost", 1).get(0));
    settle(orphan());
    var settled =
        database
            .tenants()
            .in(
                tenant.id(),
                session ->
                    session
                        .settlements()
                        .published(
                            queued.id(),
                            find(queued.id()).version(),
                            null,
                            "https://net/7",
                            "Ada"));
    assertThat(settled.current().orElseThrow().state()).isEqualTo(VariantState.PUBLISHED);
    assertThat(settled.current().orElseThrow().remoteUrl()).isEqualTo("https://net/7");
    var again =
        database
            .tenants()
            .in(
                tenant.id(),
                session ->
                    session
                        .settlements()
                        .failed(queued.id(), find(queued.id()).version(), "x", "Ada"));
    assertThat(again.made()).isFalse();
  }

  @Test
  void aFailedOneIsTriedAgainByAPersonOnlyWithTheSameContent() throws SQLException {
    var queued = tenant.queued(tenant.draft("failed"), PAST);
    var claim = claim("w", 1).get(0);
    finish(claim, begin(claim), new Rejected("Too rude."));
    try (var connection = database.asJob(tenant.id())) {
      assertThat(
              connection.refusal(
                  "update greenroom.variant set state = 'approved' where id = ?", queued.id()))
          .isEqualTo(Rule.TRANSITION.sqlState());
    }
    var stale =
        database
            .tenants()
            .in(tenant.id(), s -> s.desk().retry(queued.id(), "0".repeat(64), PAST, "Ada"));
    assertThat(stale.made()).isFalse();
    var retried =
        database
            .tenants()
            .in(tenant.id(), s -> s.desk().retry(queued.id(), queued.contentHash(), PAST, "Ada"));
    assertThat(retried.current().orElseThrow().state()).isEqualTo(VariantState.APPROVED);
  }

  @Test
  void whatMissedItsWindowIsNeitherClaimedNorQueuedAndAsksAgain() throws SQLException {
    var queued = tenant.queued(tenant.draft("missed"), PAST);
    letItsWindowPass(queued);
    assertThat(claim("w", 1)).isEmpty();
    try (var connection = database.asJob(tenant.id())) {
      assertThat(
              connection.refusal(
                  """
                  update greenroom.variant set state = 'publishing', claim_fence = nextval('greenroom.claim_fence')
                  where id = ?
                  """,
                  queued.id()))
          .isEqualTo(Rule.APPROVAL.sqlState());
    }
    var pulled =
        database
            .tenants()
            .in(tenant.id(), s -> s.planning().pullBack(queued.dispatchId(), "Its Job ended."));
    assertThat(pulled).isEqualTo(1);
    assertThat(requeue(Instant.now())).isZero();
    var lapsed = database.tenants().in(tenant.id(), session -> session.planning().lapse());
    assertThat(lapsed).extracting(VariantRow::id).containsExactly(queued.id());
    assertThat(find(queued.id()).state()).isEqualTo(VariantState.AWAITING_APPROVAL);
  }

  // As if it had been approved until a moment ago; no role of ours could write this.
  private void letItsWindowPass(VariantRow variant) {
    database.forge(
        "update greenroom.approval set not_after = now() - interval '1 second' where variant_id = '%s'"
            .formatted(variant.id()));
    database.forge(
        "update greenroom.variant set window_until = now() - interval '1 second' where id = '%s'"
            .formatted(variant.id()));
  }

  private VariantState outcome(PublishOutcome outcome) {
    var name = "o" + Ids.next();
    var queued = tenant.queued(tenant.draft(tenant.addAccount(name), "remote-" + name, name), PAST);
    var claim =
        claim("w", 50).stream().filter(taken -> taken.variantId().equals(queued.id())).findFirst();
    assertThat(finish(claim.orElseThrow(), begin(claim.orElseThrow()), outcome))
        .isEqualTo(FinishResult.WRITTEN);
    return find(queued.id()).state();
  }

  @Test
  void manyAreBegunAndFinishedAtOnceEachWithItsOwnOutcome() {
    for (var name : List.of("one", "two", "three")) {
      tenant.queued(draftFor(name), PAST);
    }
    var claims = claim("w", 10);
    var attempts = beginAll(claims);
    assertThat(attempts)
        .extracting(AttemptRow::variantId)
        .containsExactlyInAnyOrderElementsOf(claims.stream().map(Claim::variantId).toList());

    var outcomes =
        Map.of(
            claims.get(0).variantId(), new Published("1", "https://network.example/1"),
            claims.get(1).variantId(), new PublishOutcome.Rejected("Too rude."),
            claims.get(2).variantId(), new PublishOutcome.NotSent("It was away."));
    var retryAt = Instant.now().plusSeconds(30).truncatedTo(ChronoUnit.MILLIS);
    var finished =
        attempts.stream()
            .map(
                attempt ->
                    new Finished(
                        claims.stream()
                            .filter(claim -> claim.variantId().equals(attempt.variantId()))
                            .findFirst()
                            .orElseThrow(),
                        attempt.id(),
                        Finish.of(outcomes.get(attempt.variantId()), retryAt)))
            .toList();
    Map<UUID, FinishResult> results =
        job.in(tenant.id(), session -> session.attempts().finish(finished));

    assertThat(results.values()).containsOnly(FinishResult.WRITTEN).hasSize(3);
    var published = find(claims.get(0).variantId());
    assertThat(published.state()).isEqualTo(VariantState.PUBLISHED);
    assertThat(published.remoteUrl()).isEqualTo("https://network.example/1");
    var failed = find(claims.get(1).variantId());
    assertThat(failed.state()).isEqualTo(VariantState.FAILED);
    assertThat(failed.failureReason()).isEqualTo("Too rude.");
    var later = find(claims.get(2).variantId());
    assertThat(later.state()).isEqualTo(VariantState.APPROVED);
    assertThat(later.notBefore()).isEqualTo(retryAt);
    assertThat(later.scheduleReason()).isEqualTo("It was away.");
  }

  @Test
  void oneLostClaimKeepsAllFromBeingBegun() {
    tenant.queued(draftFor("kept"), PAST);
    tenant.queued(draftFor("lost"), PAST);
    var claims = claim("w", 10);
    var lost =
        job.in(tenant.id(), session -> session.claims().orphaned(Duration.ZERO)).stream()
            .filter(orphan -> orphan.variant().id().equals(claims.get(1).variantId()))
            .findFirst()
            .orElseThrow();
    settle(lost);

    refused(Rule.STALE_CLAIM, () -> beginAll(claims));
    assertThat(begin(claims.get(0)).outcome()).isEqualTo("sending");
  }

  @Test
  void aClaimThatFindsManyOfOneAccountInFrontLeavesTheOthersToTheNext() {
    var crowded = tenant.addAccount("crowded");
    for (int i = 0; i < 210; i++) {
      tenant.queued(
          tenant.draft(crowded, "remote-crowded", "Number " + i), PAST.minusMillis(300 - i));
    }
    var other = tenant.queued(draftFor("behind"), PAST);

    assertThat(claim("w", 2)).hasSize(1);
    assertThat(claim("w", 2)).extracting(Claim::variantId).containsExactly(other.id());
  }

  private List<AttemptRow> beginAll(List<Claim> claims) {
    return job.in(
        tenant.id(),
        session ->
            session
                .attempts()
                .begin(
                    claims.stream()
                        .map(claim -> new NewAttempt(claim, "key", RetryClass.RECONCILE_ONLY))
                        .toList()));
  }

  private static OwnPost seen(String remoteId) {
    return new OwnPost(remoteId, null, "text", PAST);
  }

  private VariantRow draftFor(String name) {
    return tenant.draft(tenant.addAccount(name), "remote-" + name, name);
  }

  private List<Claim> claim(String worker, int limit) {
    var dispatch = database.tenants().in(tenant.id(), session -> session.dispatches().plan(PAST));
    return job.in(tenant.id(), session -> session.claims().claim(worker, dispatch.id(), limit));
  }

  private AttemptRow begin(Claim claim) {
    return job.in(
        tenant.id(), session -> session.attempts().begin(claim, "key", RetryClass.RECONCILE_ONLY));
  }

  private FinishResult finish(Claim claim, AttemptRow attempt, PublishOutcome outcome) {
    return finish(claim, attempt, Finish.of(outcome, Instant.now().plusSeconds(30)));
  }

  private FinishResult finish(Claim claim, AttemptRow attempt, Finish finish) {
    return job.in(tenant.id(), session -> session.attempts().finish(claim, attempt.id(), finish));
  }

  private void publish(Claim claim) {
    assertThat(finish(claim, begin(claim), new Published("1", null)))
        .isEqualTo(FinishResult.WRITTEN);
  }

  private int requeue(Instant dueBy) {
    return database
        .tenants()
        .in(
            tenant.id(),
            session -> session.planning().queue(session.dispatches().plan(dueBy).id(), dueBy, 10));
  }

  private Orphan orphan() {
    var orphans = job.in(tenant.id(), session -> session.claims().orphaned(Duration.ZERO));
    assertThat(orphans).hasSize(1);
    return orphans.get(0);
  }

  private Optional<VariantState> settle(Orphan orphan) {
    return job.in(tenant.id(), session -> session.claims().settle(orphan, "rescuer"));
  }

  private InDoubt inDoubt() {
    return job.in(tenant.id(), session -> session.settlements().open()).get(0);
  }

  private VariantRow find(UUID id) {
    return database.tenants().in(tenant.id(), session -> session.variants().find(id)).orElseThrow();
  }

  private static TemporalUnitOffset within(Duration tolerance) {
    return new TemporalUnitWithinOffset(tolerance.toMillis(), ChronoUnit.MILLIS);
  }

  private static void refused(Rule rule, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RuleViolationException.class, e -> assertThat(e.rule()).isEqualTo(rule));
  }

  private interface Racer {
    void run(int worker) throws Exception;
  }

  private static void inParallel(int count, Racer racer) throws Exception {
    var barrier = new CyclicBarrier(count);
    var threads = Executors.newFixedThreadPool(count);
    try {
      var tasks = new ArrayList<Callable<Void>>();
      for (int i = 0; i < count; i++) {
        int worker = i;
        tasks.add(
            () -> {
              barrier.await();
              racer.run(worker);
              return null;
            });
      }
      for (var future : threads.invokeAll(tasks)) {
        future.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
