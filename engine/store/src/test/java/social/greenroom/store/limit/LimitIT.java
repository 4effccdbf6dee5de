package social.greenroom.store.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.core.limit.Circuit;
import social.greenroom.core.limit.RateWindow;
import social.greenroom.core.limit.RateWindow.Scope;
import social.greenroom.store.database.TenantAct;
import social.greenroom.store.publish.Claim;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

/** What networks told keeps accounts out of the claim, and a circuit lets one probe through. */
class LimitIT {
  private static final Instant PAST = Instant.now().minusSeconds(60);
  private final Random random = new Random(1);
  private TestDatabase database;
  private SeededTenant tenant;
  private UUID other;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    tenant = database.seedTenant("limits");
    other = tenant.addAccount("other");
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void anAccountWhoseWindowIsEmptyIsNotClaimed() {
    queueBoth();
    var until = Instant.now().plus(Duration.ofMinutes(5));
    told(new RateWindow(Scope.ACCOUNT, "calls", 300L, 0, until));
    assertThat(claim()).extracting(claim -> claim.variant().accountId()).containsExactly(other);
    assertThat(waits())
        .singleElement()
        .satisfies(
            wait -> {
              assertThat(wait.accountId()).isEqualTo(tenant.accountId());
              assertThat(wait.why())
                  .startsWith("The network takes no more from the account before");
              assertThat(wait.until()).isBetween(until.minusMillis(1), until.plusMillis(1));
            });
    told(new RateWindow(Scope.ACCOUNT, "calls", 300L, 299, until));
    assertThat(claim()).hasSize(1);
  }

  @Test
  void anAppsWindowKeepsAllItsAccountsWaiting() {
    queueBoth();
    told(RateWindow.empty(Scope.APP, "calls", Instant.now().plusSeconds(300)));
    assertThat(claim()).isEmpty();
    assertThat(waits()).hasSize(2);
  }

  @Test
  void aWindowThatHasEndedHoldsNothing() {
    queueBoth();
    told(RateWindow.empty(Scope.APP, "calls", Instant.now().minusSeconds(1)));
    assertThat(claim()).hasSize(2);
  }

  @Test
  void aCircuitOpensAfterFailuresInARowAndHoldsTheAppsAccounts() {
    queueBoth();
    for (int i = 1; i < Circuit.THRESHOLD; i++) {
      assertThat(fails(Instant.now()).probeAt()).isNull();
    }
    assertThat(fails(Instant.now()).probeAt()).isNotNull();
    assertThat(claim()).isEmpty();
    assertThat(waits())
        .extracting(Wait::why)
        .allMatch(why -> why.startsWith("It is away. It is tried again at"));
    assertThat(letsThrough(other, Instant.now())).isFalse();
    answered();
    assertThat(claim()).hasSize(2);
  }

  @Test
  void halfOpenItLetsOneTryAndNoSecondOne() {
    queueBoth();
    var longAgo = Instant.now().minus(Duration.ofHours(1));
    for (int i = 0; i < Circuit.THRESHOLD; i++) {
      fails(longAgo);
    }
    assertThat(letsThrough(tenant.accountId(), Instant.now())).isTrue();
    assertThat(letsThrough(other, Instant.now())).isFalse();
    assertThat(claim()).as("while one tries").isEmpty();
    assertThat(fails(Instant.now()).opened()).isEqualTo(2);
  }

  @Test
  void anAnswerInBetweenBeginsTheCountAnew() {
    for (int i = 1; i < Circuit.THRESHOLD; i++) {
      fails(Instant.now());
    }
    answered();
    assertThat(fails(Instant.now())).isEqualTo(new Circuit(1, 0, null, false));
  }

  @Test
  void oneTenantsNetworkSaysNothingOfAnothers() throws SQLException {
    var neighbour = database.seedTenant("neighbour");
    for (int i = 0; i < Circuit.THRESHOLD; i++) {
      fails(Instant.now());
    }
    told(RateWindow.empty(Scope.APP, "calls", Instant.now().plusSeconds(300)));
    List<Wait> theirs = database.tenants().in(neighbour.id(), session -> session.limits().waits());
    assertThat(theirs).isEmpty();
    try (var job = database.asJob(neighbour.id())) {
      assertThat(job.update("update greenroom.circuit set probe_at = null")).isZero();
      assertThat(job.update("update greenroom.rate_window set remaining = 1")).isZero();
    }
  }

  @Test
  void ofSeveralReasonsTheStrictestIsToldAndOnce() throws SQLException {
    queueBoth();
    told(RateWindow.empty(Scope.ACCOUNT, "calls", Instant.now().plusSeconds(300)));
    try (var app = database.asApp(tenant.id())) {
      app.update(
          "update greenroom.account set stop_policy = 'Hold', health = 'hard_block', health_message = 'Revoked.' where id = ?",
          tenant.accountId());
    }
    int pulledBack =
        database.tenants().in(tenant.id(), session -> session.planning().pullBackHeld());
    assertThat(pulledBack).isEqualTo(1);
    int saidAnew = database.tenants().in(tenant.id(), session -> session.planning().explainHeld());
    assertThat(saidAnew).isZero();
    Optional<String> why =
        database
            .tenants()
            .in(
                tenant.id(),
                session -> session.stops().reason(tenant.talentId(), tenant.accountId()));
    assertThat(why).contains("Revoked.");
  }

  private void queueBoth() {
    tenant.queued(tenant.draft("one"), PAST);
    tenant.queued(tenant.draft(other, "remote-other", "two"), PAST);
  }

  private void told(RateWindow window) {
    asJob(session -> session.limits().told(tenant.accountId(), window));
  }

  private Circuit fails(Instant at) {
    return database
        .job(tenant.id())
        .tenants()
        .in(
            tenant.id(),
            session -> session.limits().unanswered(tenant.accountId(), "It is away.", at, random));
  }

  private void answered() {
    asJob(session -> session.limits().answered(List.of(tenant.accountId())));
  }

  private boolean letsThrough(UUID account, Instant at) {
    return database
        .job(tenant.id())
        .tenants()
        .in(tenant.id(), session -> session.limits().letsThrough(account, at));
  }

  private void asJob(TenantAct<RuntimeException> act) {
    database.job(tenant.id()).tenants().run(tenant.id(), act);
  }

  private List<Wait> waits() {
    return database.tenants().in(tenant.id(), session -> session.limits().waits());
  }

  private List<Claim> claim() {
    var dispatch = database.tenants().in(tenant.id(), session -> session.dispatches().plan(PAST));
    return database
        .job(tenant.id())
        .tenants()
        .in(tenant.id(), session -> session.claims().claim("w", dispatch.id(), 10));
  }
}
