package social.greenroom.store.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.schedule.OwnCaps;
import social.greenroom.store.stop.NewStop;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

class NotificationsIT {
  private TestDatabase database;
  private SeededTenant tenant;
  private final ConcurrentLinkedQueue<Change> changes = new ConcurrentLinkedQueue<>();
  private final AtomicInteger connections = new AtomicInteger();

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    tenant = database.seedTenant("changes");
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void tellsOfEveryKindOfChangeAfterItsCommit() {
    try (var listening = listen()) {
      var variant = tenant.waiting("told");
      database
          .tenants()
          .run(
              tenant.id(),
              session ->
                  session
                      .stops()
                      .set(
                          new NewStop(
                              tenant.talentId(),
                              null,
                              "pause",
                              StopPolicy.HOLD,
                              "Holiday.",
                              "Ada",
                              null)));
      database.tenants().run(tenant.id(), session -> session.talents().remove(tenant.talentId()));
      database.tenants().run(tenant.id(), session -> session.accounts().remove(tenant.accountId()));
      await()
          .untilAsserted(
              () -> {
                assertThat(changes)
                    .contains(
                        new Change(tenant.id(), "variant", variant.id(), tenant.talentId()),
                        new Change(tenant.id(), "talent", tenant.talentId(), tenant.talentId()),
                        new Change(tenant.id(), "account", tenant.accountId(), tenant.talentId()));
                assertThat(changes).extracting(Change::kind).contains("stop");
              });
      assertThat(listening).isNotNull();
    }
  }

  @Test
  void thatAnAccountIsStillWellIsNoNews() {
    try (var listening = listen()) {
      answered();
      await().until(() -> told("account") == 1);
      longAgo();
      answered();
      var variant = tenant.draft("after the answer");
      await().until(() -> changes.stream().anyMatch(change -> change.id().equals(variant.id())));
      assertThat(told("account")).isEqualTo(1);
      assertThat(listening).isNotNull();
    }
  }

  private void answered() {
    database
        .job(tenant.id())
        .tenants()
        .run(tenant.id(), session -> session.accounts().answered(List.of(tenant.accountId())));
  }

  private void longAgo() {
    Jdbi.create(database.superuser())
        .useHandle(
            handle ->
                handle.execute(
                    "update greenroom.account set health_checked_at = now() - interval '1 day' where id = ?",
                    tenant.accountId()));
  }

  private long told(String kind) {
    return changes.stream().filter(change -> change.kind().equals(kind)).count();
  }

  @Test
  void aRuleAboveAnAccountIsNewsOfTheAccount() {
    try (var listening = listen()) {
      asOwner("update greenroom.talent set daily_cap = 7 where id = ?", tenant.talentId());
      await().until(() -> told("account") == 1);
      asOwner("update greenroom.tenant set daily_cap = 9 where id = ?", tenant.id());
      await().until(() -> told("account") == 2);
      assertThat(changes)
          .contains(new Change(tenant.id(), "account", tenant.accountId(), tenant.talentId()));
      assertThat(listening).isNotNull();
    }
  }

  @Test
  void whatATalentSetsThemselvesIsNewsOfTheirAccountsAndSoIsItsEnd() {
    try (var listening = listen()) {
      set(new OwnCaps(1, null, null));
      await().until(() -> told("account") == 1);
      set(OwnCaps.NONE);
      await().until(() -> told("account") == 2);
      assertThat(changes)
          .contains(
              new Change(tenant.id(), "talent", tenant.talentId(), tenant.talentId()),
              new Change(tenant.id(), "account", tenant.accountId(), tenant.talentId()));
      assertThat(listening).isNotNull();
    }
  }

  private void set(OwnCaps caps) {
    database
        .tenants()
        .run(
            tenant.id(),
            session -> session.ownCaps().set(tenant.talentId(), tenant.ownerId(), caps));
  }

  @Test
  void whatIsNoRuleOfATalentIsNoNewsOfTheirAccounts() {
    try (var listening = listen()) {
      asOwner(
          "update greenroom.talent set display_name = 'Renamed' where id = ?", tenant.talentId());
      asOwner("update greenroom.talent set daily_cap = daily_cap where id = ?", tenant.talentId());
      asOwner("update greenroom.tenant set display_name = 'Renamed' where id = ?", tenant.id());
      var variant = tenant.draft("after the names");
      await().until(() -> changes.stream().anyMatch(change -> change.id().equals(variant.id())));
      assertThat(told("talent")).isEqualTo(2);
      assertThat(told("account")).isZero();
      assertThat(listening).isNotNull();
    }
  }

  private void asOwner(String sql, UUID id) {
    Jdbi.create(database.superuser()).useHandle(handle -> handle.execute(sql, id));
  }

  @Test
  void aTickIsNoNews() {
    try (var listening = listen()) {
      database
          .tenants()
          .in(
              tenant.id(),
              session -> session.talents().tick(tenant.talentId(), Duration.ofHours(1)));
      var variant = tenant.draft("after the tick");
      await().until(() -> changes.stream().anyMatch(change -> change.id().equals(variant.id())));
      assertThat(changes).extracting(Change::kind).containsOnly("variant");
      assertThat(listening).isNotNull();
    }
  }

  @Test
  void connectsAgainWhenItsBackendIsTerminated() throws SQLException {
    try (var listening = listen()) {
      terminateListener();
      await().atMost(Duration.ofSeconds(20)).until(() -> connections.get() >= 2);
      var variant = tenant.draft("after the loss");
      await().until(() -> changes.stream().anyMatch(change -> change.id().equals(variant.id())));
      assertThat(listening).isNotNull();
    }
  }

  @Test
  void whatIsNoAnnouncementOfOursIsPassedOver() throws SQLException {
    try (var listening = listen();
        var app = database.asApp(tenant.id())) {
      app.column("select pg_notify('greenroom_change', 'gibberish')");
      app.column("select pg_notify('greenroom_change', '[]')");
      var variant = tenant.draft("after the noise");
      await().until(() -> changes.stream().anyMatch(change -> change.id().equals(variant.id())));
      assertThat(connections).hasValue(1);
      assertThat(listening).isNotNull();
    }
  }

  private Notifications listen() {
    var listening =
        Notifications.listen(database.lookupConfig(), changes::add, connections::incrementAndGet);
    await().until(() -> connections.get() == 1);
    return listening;
  }

  private void terminateListener() throws SQLException {
    try (var connection = database.superuser().getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select pg_terminate_backend(pid) from pg_stat_activity
                where application_name = 'greenroom changes' and datname = current_database()
                """)) {
      assertThat(rows.next()).isTrue();
    }
  }
}
