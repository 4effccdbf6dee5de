package social.greenroom.store.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.core.network.RetryClass;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.database.Database;
import social.greenroom.store.lookup.Waiting;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.testing.RoleConnection;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

/** What the pool's login may do, and how its senders are proven dead. */
class PoolIT {
  private static final Instant PAST = Instant.now().minusSeconds(60);
  private static final Duration LONG = Duration.ofMinutes(10);

  private TestDatabase database;
  private SeededTenant one;
  private SeededTenant two;
  private Database pool;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    one = database.seedTenant("one");
    two = database.seedTenant("two");
    pool = database.open(database.poolConfig());
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void seesForWhomThereIsWorkAndTakesItFromOneTenantAtATime() {
    queued(one, one.draft("first"), PAST);
    queued(two, two.draft("second"), PAST.minusSeconds(5));
    assertThat(pool.work().due())
        .containsExactly(new Waiting(two.id(), 1), new Waiting(one.id(), 1));

    var claims = claim(one);
    assertThat(claims).hasSize(1);
    assertThat(claims.get(0).variant().tenantId()).isEqualTo(one.id());
    assertThat(claims.get(0).dispatchId()).isNull();
    assertThat(pool.work().due()).containsExactly(new Waiting(two.id(), 1));
  }

  @Test
  void whatWasGivenToAJobIsLeftToIt() {
    one.approve(one.waiting("for the Job"), PAST);
    var dispatch =
        database
            .tenants()
            .in(
                one.id(),
                session -> {
                  var planned = session.dispatches().plan(PAST);
                  session.planning().queue(planned.id(), Instant.now(), 10);
                  return planned;
                });
    assertThat(pool.work().due()).isEmpty();
    assertThat(pool.work().untilNextDue()).isEmpty();
    assertThat(claim(one)).isEmpty();
    assertThat(database.lookup().tenantsWaitingForPool()).isEmpty();

    database.tenants().run(one.id(), s -> s.planning().pullBack(dispatch.id(), "late"));
    database.tenants().run(one.id(), s -> s.planning().queueForPool(Instant.now(), 10));
    assertThat(database.lookup().tenantsWaitingForPool()).containsExactly(one.id());
    assertThat(claim(one)).hasSize(1);
  }

  @Test
  void withinATenantsTransactionNothingOfAnotherIsSeen() throws SQLException {
    queued(one, one.draft("first"), PAST);
    queued(two, two.draft("second"), PAST);
    try (var asOne = database.asPool(one.id());
        var asNobody = database.asPool(null)) {
      assertThat(asOne.column("select tenant_id from greenroom.variant"))
          .containsExactly(one.id().toString());
      assertThat(asNobody.column("select tenant_id from greenroom.variant"))
          .containsExactlyInAnyOrder(one.id().toString(), two.id().toString());
      for (var table : List.of("account", "approval", "attempt", "credential", "tenant_key")) {
        assertThat(asNobody.column("select tenant_id from greenroom." + table)).isEmpty();
      }
    }
  }

  @Test
  void whatIsAPersonsOrThePlannersIsClosedToIt() throws SQLException {
    var waits = one.waiting("waits");
    var approved = one.approve(one.waiting("approved"), Instant.now());
    try (var asOne = database.asPool(one.id())) {
      assertThat(state(asOne, waits.id(), "approved")).isEqualTo("GR101");
      assertThat(state(asOne, approved.id(), "queued")).isEqualTo("GR101");
      assertThat(asOne.refusal("select * from greenroom.app_user")).isEqualTo("42501");
      assertThat(asOne.refusal("select * from greenroom.session")).isEqualTo("42501");
      assertThat(asOne.refusal("update greenroom.approval set voided_at = now()"))
          .isEqualTo("42501");
      assertThat(asOne.refusal("update greenroom.sender set ended_at = now()")).isEqualTo("42501");
      assertThat(asOne.refusal("update greenroom.tenant_key set version = 2")).isEqualTo("42501");
    }
  }

  @Test
  void aSenderThatEndedLeavesOrphansAtOnceAndOneThatIsSilentOnlyAfterAWhile() {
    queued(one, one.draft("first"), PAST);
    var sender = pool.senders().register("process/1/2");
    var claim = pool.tenants().in(one.id(), s -> s.claims().claim(sender.name(), null, 1)).get(0);
    pool.tenants()
        .run(
            one.id(), session -> session.attempts().begin(claim, "key", RetryClass.RECONCILE_ONLY));

    assertThat(orphans(LONG)).isEmpty();
    assertThat(orphans(Duration.ZERO))
        .singleElement()
        .satisfies(orphan -> assertThat(orphan.senderEnded()).isFalse());
    assertThat(database.lookup().tenantsWithOrphans(LONG)).isEmpty();

    database.app().senders().ended(sender);
    assertThat(orphans(LONG))
        .singleElement()
        .satisfies(orphan -> assertThat(orphan.senderEnded()).isTrue());
    assertThat(database.lookup().tenantsWithOrphans(LONG)).containsExactly(one.id());
    assertThat(pool.work().doubtful(LONG)).containsExactly(one.id());
    assertThat(pool.senders().seen(sender)).isFalse();

    settle(orphans(LONG).get(0));
    var doubt = database.tenants().in(one.id(), session -> session.settlements().open()).get(0);
    assertThat(doubt.senderEnded()).isTrue();
  }

  @Test
  void aJobThatEndedLeavesOrphansAtOnce() {
    var dispatch = one.database().tenants().in(one.id(), s -> s.dispatches().plan(PAST));
    queued(one, one.draft("first"), PAST);
    pool.tenants().run(one.id(), s -> s.claims().claim("publish-x", dispatch.id(), 1));
    assertThat(orphans(LONG)).isEmpty();
    assertThat(beating(dispatch.id(), LONG)).isTrue();
    assertThat(beating(dispatch.id(), Duration.ZERO)).isFalse();

    database.tenants().run(one.id(), s -> s.dispatches().ended(dispatch.id(), "ended"));
    assertThat(orphans(LONG)).hasSize(1);
    assertThat(database.lookup().tenantsWithOrphans(LONG)).containsExactly(one.id());
  }

  @Test
  void oneSignOfLifeIsEnoughForAllInFlightAndTellsWhichWereLost() {
    queued(one, one.draft("first"), PAST);
    var other = one.addAccount("second-account");
    queued(one, one.draft(other, "remote-second-account", "second"), PAST);
    var claims = pool.tenants().in(one.id(), s -> s.claims().claim("pool-x", null, 2));
    assertThat(claims).hasSize(2);
    var lost = claims.get(0);
    settle(
        orphans(Duration.ZERO).stream()
            .filter(orphan -> orphan.variant().id().equals(lost.variantId()))
            .findFirst()
            .orElseThrow());

    var held = pool.tenants().in(one.id(), s -> s.claims().heartbeat(claims));
    assertThat(held).containsExactly(claims.get(1).variantId());
  }

  @Test
  void whoIsAtWorkIsSeenAndNotLeaving() {
    var senders = pool.senders();
    assertThat(senders.atWork(LONG)).isEmpty();
    var sender = senders.register("pod/system/pool-1/uid");
    assertThat(senders.atWork(LONG)).containsExactly(sender.name());
    assertThat(senders.atWork(Duration.ZERO)).isEmpty();
    senders.leaving(sender);
    assertThat(senders.atWork(LONG)).isEmpty();
    assertThat(senders.open()).extracting(SenderRow::id).containsExactly(sender.id());
    database.app().senders().ended(sender);
    assertThat(senders.open()).isEmpty();
  }

  /** What the planner does for the pool. */
  private static void queued(SeededTenant tenant, VariantRow draft, Instant at) {
    tenant.approve(tenant.submit(draft), at);
    tenant
        .database()
        .tenants()
        .run(tenant.id(), session -> session.planning().queueForPool(at, 10));
  }

  private List<Claim> claim(SeededTenant tenant) {
    return pool.tenants().in(tenant.id(), s -> s.claims().claim("pool-x", null, 10));
  }

  private List<Orphan> orphans(Duration silentFor) {
    return pool.tenants().in(one.id(), session -> session.claims().orphaned(silentFor));
  }

  private boolean beating(UUID dispatchId, Duration within) {
    return pool.tenants().in(one.id(), s -> s.claims().beating(dispatchId, within));
  }

  private void settle(Orphan orphan) {
    var state = pool.tenants().in(one.id(), s -> s.claims().settle(orphan, "other"));
    assertThat(state.orElseThrow()).isIn(VariantState.UNKNOWN, VariantState.APPROVED);
  }

  private static String state(RoleConnection connection, UUID variant, String state) {
    return connection.refusal(
        "update greenroom.variant set state = ?, changed_by = 'pool' where id = ?", state, variant);
  }
}
