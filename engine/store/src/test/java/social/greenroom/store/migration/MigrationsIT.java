package social.greenroom.store.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.core.id.Ids;
import social.greenroom.store.database.Database;
import social.greenroom.store.database.DatabaseConfig;
import social.greenroom.store.database.DatabaseUnavailableException;
import social.greenroom.store.testing.TestDatabase;

class MigrationsIT {
  private TestDatabase database;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void bootstrappingAtOnceInTwoDatabasesOfOneClusterHoldsUp() throws Exception {
    try (var other = TestDatabase.create()) {
      var barrier = new CyclicBarrier(6);
      var threads = Executors.newFixedThreadPool(6);
      try {
        var tasks = new ArrayList<Callable<Void>>();
        for (int i = 0; i < 6; i++) {
          var target = i % 2 == 0 ? database : other;
          tasks.add(
              () -> {
                barrier.await();
                target.bootstrapAgain();
                return null;
              });
        }
        for (var future : threads.invokeAll(tasks)) {
          future.get();
        }
      } finally {
        threads.shutdownNow();
      }
      assertThat(other.seedTenant("still").id()).isNotNull();
    }
  }

  @Test
  void migratingAgainChangesNothing() {
    var tenant = database.seedTenant("kept");
    Migrations.migrate(database.jdbcUrl(), database.passwords().owner());
    assertThat(database.lookup().tenantByName("kept").orElseThrow().id()).isEqualTo(tenant.id());
  }

  @Test
  void theProgramsCantMigrate() throws SQLException {
    try (var app = database.asApp(null)) {
      assertThat(app.refusal("create table greenroom.x (id uuid)")).isEqualTo("42501");
      assertThat(app.refusal("create table public.x (id uuid)")).isEqualTo("42501");
      assertThat(app.refusal("create temporary table x (id uuid)")).isEqualTo("42501");
      assertThat(app.refusal("alter table greenroom.variant disable trigger all"))
          .isEqualTo("42501");
      assertThat(app.refusal("alter table greenroom.variant disable row level security"))
          .isEqualTo("42501");
      assertThat(app.refusal("drop policy own_tenant on greenroom.variant")).isEqualTo("42501");
      assertThat(app.refusal("set session_replication_role = replica")).isEqualTo("42501");
    }
  }

  @Test
  void aDatabaseThatIsAwayIsToldFromARefusal() {
    var nowhere = DatabaseConfig.app("jdbc:postgresql://127.0.0.1:1/greenroom", "x", 1);
    try (var away = Database.open(nowhere)) {
      assertThat(away.reachable()).isFalse();
      assertThatThrownBy(
              () -> away.tenants().in(Ids.next(), session -> session.variants().find(Ids.next())))
          .isInstanceOf(DatabaseUnavailableException.class);
    }
    assertThat(database.app().reachable()).isTrue();
  }

  @Test
  void aConnectionThatWasCutIsReplaced() throws SQLException {
    var tenant = database.seedTenant("cut");
    try (var connection = database.superuser().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and usename = 'greenroom_app'
          """);
    }
    // The one that was cut may still be handed out once; then it is thrown away.
    try {
      database.tenants().in(tenant.id(), session -> session.tenant().get());
    } catch (DatabaseUnavailableException expected) {
      assertThat(expected).hasMessageContaining("try again");
    }
    assertThat(database.tenants().in(tenant.id(), session -> session.tenant().get()).name())
        .isEqualTo("cut");
  }

  @Test
  void anErrorQuotesNoValues() {
    var tenant = database.seedTenant("quiet");
    var secret = "very-secret-" + "x".repeat(600);
    assertThatThrownBy(
            () ->
                database
                    .tenants()
                    .run(
                        tenant.id(),
                        session -> session.desk().cancel(tenant.draft("d").id(), "ok", secret)))
        .hasMessageNotContaining("very-secret")
        .satisfies(
            e -> {
              for (Throwable at = e; at != null; at = at.getCause()) {
                assertThat(String.valueOf(at.getMessage())).doesNotContain("very-secret");
              }
            });
  }
}
