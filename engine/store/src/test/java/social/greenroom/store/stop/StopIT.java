package social.greenroom.store.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.greenroom.core.access.Role;
import social.greenroom.core.network.RetryClass;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.database.Rule;
import social.greenroom.store.database.RuleViolationException;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.Claim;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

/** Panic and pause stop every new send, in the database, from their commit on. */
class StopIT {
  private static final Instant PAST = Instant.now().minusSeconds(60);
  private TestDatabase database;
  private SeededTenant tenant;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    tenant = database.seedTenant("stops");
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tenant", "talent", "account"})
  void aStopKeepsAClaimerOff(String scope) throws SQLException {
    var queued = tenant.queued(tenant.draft("held"), PAST);
    var stop = set(scope, StopPolicy.HOLD);
    assertThat(stop.scope()).isEqualTo(scope);
    assertThat(claim()).isEmpty();
    try (var job = database.asJob(tenant.id())) {
      assertThat(
              job.refusal(
                  """
                  update greenroom.variant set state = 'publishing', claim_fence = nextval('greenroom.claim_fence')
                  where id = ?
                  """,
                  queued.id()))
          .isEqualTo(Rule.STOPPED.sqlState());
      assertThat(job.refusal("update greenroom.stop set lifted_at = now(), lifted_by = 'x'"))
          .isEqualTo("42501");
    }
    assertThat(lift(stop)).isTrue();
    assertThat(lift(stop)).isFalse();
    assertThat(claim()).hasSize(1);
  }

  @Test
  void aStopBetweenClaimAndAttemptKeepsItFromBeingSent() {
    tenant.queued(tenant.draft("claimed"), PAST);
    var claim = claim().get(0);
    set("tenant", StopPolicy.HOLD_AND_DRAIN);
    assertThatThrownBy(
            () ->
                database
                    .job(tenant.id())
                    .tenants()
                    .in(
                        tenant.id(),
                        session ->
                            session.attempts().begin(claim, "key", RetryClass.RECONCILE_ONLY)))
        .isInstanceOfSatisfying(
            RuleViolationException.class,
            e -> {
              assertThat(e.rule()).isEqualTo(Rule.STOPPED);
              assertThat(e).hasMessage("Sending is stopped: Ada put it on hold: Enough.");
            });
  }

  @Test
  void aStopOfOneAccountLeavesTheOthersAlone() {
    var other = tenant.addAccount("other");
    tenant.queued(tenant.draft("stopped"), PAST);
    var free = tenant.queued(tenant.draft(other, "remote-other", "free"), PAST);
    set("account", StopPolicy.HOLD);
    assertThat(claim()).extracting(Claim::variantId).containsExactly(free.id());
  }

  @Test
  void anotherTenantsPanicIsTheirs() {
    var other = database.seedTenant("panicking");
    database
        .tenants()
        .run(
            other.id(),
            session ->
                session
                    .stops()
                    .set(
                        new NewStop(
                            null, null, "panic", StopPolicy.HOLD_AND_DRAIN, "Fire.", "Ada", null)));
    tenant.queued(tenant.draft("free"), PAST);
    assertThat(claim()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update greenroom.tenant set status = 'suspended'",
        "update greenroom.talent set stop_policy = 'Hold'",
        "update greenroom.talent set status = 'paused'",
        "update greenroom.talent set removed_at = now()",
        "update greenroom.account set stop_policy = 'HoldAndDrain'",
        "update greenroom.account set health = 'hard_block'",
        "update greenroom.account set removed_at = now()"
      })
  void whatTheResourcesAndTheNetworkSayStopsToo(String change) throws SQLException {
    tenant.queued(tenant.draft("said"), PAST);
    try (var app = database.asApp(tenant.id())) {
      assertThat(app.update(change)).isEqualTo(1);
    }
    assertThat(claim()).isEmpty();
    assertThat(reason()).hasValueSatisfying(sentence -> assertThat(sentence).endsWith("."));
  }

  @Test
  void ofSeveralStopsTheStrictestIsToldAndOfTwoAlikeAlwaysTheSame() throws SQLException {
    set("tenant", StopPolicy.HOLD, "A holiday.");
    assertThat(reason()).contains("Ada put it on hold: A holiday.");
    set("account", StopPolicy.HOLD_AND_DRAIN, "Wrong link.");
    set("talent", StopPolicy.HOLD_AND_DRAIN, "Wrong words.");
    assertThat(reason()).contains("Ada put it on hold: Wrong link.");
    try (var app = database.asApp(tenant.id())) {
      app.update("update greenroom.account set health = 'hard_block', stop_policy = 'Hold'");
      assertThat(reason()).contains("Ada put it on hold: Wrong link.");
      app.update("update greenroom.account set removed_at = now()");
      assertThat(reason()).contains("The account was removed.");
    }
  }

  @Test
  void whatIsHeldIsNotQueuedAndWhatWasQueuedIsPulledBack() {
    var queued = tenant.queued(tenant.draft("queued"), PAST);
    set("talent", StopPolicy.HOLD_AND_DRAIN);
    int pulled = database.tenants().in(tenant.id(), session -> session.planning().pullBackHeld());
    assertThat(pulled).isEqualTo(1);
    var held =
        database.tenants().in(tenant.id(), s -> s.variants().find(queued.id())).orElseThrow();
    assertThat(held.state()).isEqualTo(VariantState.APPROVED);
    assertThat(held.scheduleReason()).isEqualTo("Ada put it on hold: Enough.");
    int requeued =
        database
            .tenants()
            .in(
                tenant.id(),
                session ->
                    session
                        .planning()
                        .queue(session.dispatches().plan(PAST).id(), Instant.now(), 10));
    assertThat(requeued).isZero();
    Optional<Instant> nextDue =
        database.tenants().in(tenant.id(), session -> session.planning().nextDue());
    assertThat(nextDue).isEmpty();
  }

  @Test
  void whatIsDueAndHeldSaysWhatHoldsIt() throws SQLException {
    var due = tenant.approve(tenant.waiting("due"), PAST);
    var later = tenant.approve(tenant.waiting("later"), Instant.now().plusSeconds(3600));
    try (var app = database.asApp(tenant.id())) {
      app.update(
          "update greenroom.account set health = 'hard_block', health_message = 'The token was revoked.'");
    }

    assertThat(explainHeld()).isEqualTo(1);
    assertThat(explainHeld()).as("said once").isZero();
    assertThat(reason(due)).isEqualTo("The token was revoked.");
    assertThat(reason(later)).isNull();
  }

  private int explainHeld() {
    return database.tenants().in(tenant.id(), session -> session.planning().explainHeld());
  }

  private String reason(VariantRow variant) {
    return database
        .tenants()
        .in(tenant.id(), session -> session.variants().find(variant.id()).orElseThrow())
        .scheduleReason();
  }

  @Test
  void aStopIsOnlyEverLifted() throws SQLException {
    var stop = set("tenant", StopPolicy.HOLD);
    try (var app = database.asApp(tenant.id())) {
      assertThat(app.refusal("update greenroom.stop set policy = 'Hold'")).isEqualTo("42501");
      assertThat(app.refusal("delete from greenroom.stop")).isEqualTo("42501");
      lift(stop);
      assertThat(app.refusal("update greenroom.stop set lifted_by = 'y'"))
          .isEqualTo(Rule.IMMUTABLE.sqlState());
    }
    List<StopRow> inForce =
        database.tenants().in(tenant.id(), session -> session.stops().inForce());
    assertThat(inForce).isEmpty();
  }

  @Test
  void onlyTheOwnerLetsATalentsPanicGoOn() {
    tenant.queued(tenant.draft("waits"), PAST);
    var panic =
        database
            .tenants()
            .in(
                tenant.id(),
                session ->
                    session
                        .stops()
                        .set(
                            new NewStop(
                                tenant.talentId(),
                                null,
                                "panic",
                                StopPolicy.HOLD_AND_DRAIN,
                                "",
                                "Aurora",
                                tenant.ownerId())));
    var operator = database.lookup().users().create("operator@stops.example", "Olga", null).id();
    database.tenants().run(tenant.id(), s -> s.members().put(operator, Role.ADMIN, null));
    for (var user : Arrays.asList(operator, null)) {
      assertThatThrownBy(
              () ->
                  database.tenants().in(tenant.id(), s -> s.stops().lift(panic.id(), "Olga", user)))
          .isInstanceOfSatisfying(
              RuleViolationException.class, e -> assertThat(e.rule()).isEqualTo(Rule.CONSENT));
    }
    assertThat(claim()).isEmpty();
    assertThat(reason()).contains("Aurora stopped everything.");
    boolean lifted =
        database
            .tenants()
            .in(tenant.id(), s -> s.stops().lift(panic.id(), "Aurora", tenant.ownerId()));
    assertThat(lifted).isTrue();
    assertThat(claim()).hasSize(1);
  }

  private Optional<String> reason() {
    return database
        .tenants()
        .in(tenant.id(), s -> s.stops().reason(tenant.talentId(), tenant.accountId()));
  }

  private StopRow set(String scope, StopPolicy policy) {
    return set(scope, policy, "Enough.");
  }

  private StopRow set(String scope, StopPolicy policy, String reason) {
    @Nullable UUID talent = scope.equals("talent") ? tenant.talentId() : null;
    @Nullable UUID account = scope.equals("account") ? tenant.accountId() : null;
    return database
        .tenants()
        .in(
            tenant.id(),
            session ->
                session
                    .stops()
                    .set(new NewStop(talent, account, "pause", policy, reason, "Ada", null)));
  }

  private boolean lift(StopRow stop) {
    return database
        .tenants()
        .in(tenant.id(), session -> session.stops().lift(stop.id(), "Ada", null));
  }

  private List<Claim> claim() {
    var dispatch = database.tenants().in(tenant.id(), session -> session.dispatches().plan(PAST));
    return database
        .job(tenant.id())
        .tenants()
        .in(tenant.id(), session -> session.claims().claim("w", dispatch.id(), 10));
  }
}
