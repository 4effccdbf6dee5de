package social.greenroom.store.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import social.greenroom.store.database.Database;
import social.greenroom.store.database.DatabaseConfig;
import social.greenroom.store.publish.Occupied;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

/**
 * What is asked over and over reads the part of an index that answers it, however many posts are
 * scheduled and however long the history is.
 */
class LookupPlansIT {
  private static TestDatabase database;
  private static SeededTenant tenant;

  @BeforeAll
  static void start() throws SQLException {
    database = TestDatabase.create();
    tenant = database.seedTenant("plans");
    fill("approved", "now() + make_interval(hours => n)", "null");
    fill("published", "now() - make_interval(hours => n)", "now() - make_interval(hours => n)");
    execute("analyze greenroom.variant");
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void thePlannersQuestionsReadNoWholeTable() throws SQLException {
    var config = DatabaseConfig.lookup(database.jdbcUrl(), database.passwords().lookup(), 1);
    var lookup = database.open(config);
    long before = wholeReads();
    lookup.lookup().dueSoon(Instant.now().plusSeconds(10), Instant.now());
    lookup.lookup().nextDue(Instant.now());
    assertThat(lookup.lookup().tenantsWithPostsToGo(Set.of(tenant.id(), new UUID(0, 1))))
        .containsExactly(tenant.id());
    lookup.lookup().tenantsWithOrphans(Duration.ofSeconds(45));
    lookup.lookup().tenantsWithUnknown();
    lookup.lookup().tenantsWaitingForPool();
    lookup.lookup().figures();
    flush(lookup);
    assertThat(wholeReads()).isEqualTo(before);
  }

  @Test
  void thePoolsQuestionsReadNoWholeTable() throws SQLException {
    var pool =
        database.open(
            DatabaseConfig.pool(
                database.jdbcUrl(), String.valueOf(database.passwords().pool()), 1));
    long before = wholeReads();
    pool.work().due();
    pool.work().untilNextDue();
    pool.work().doubtful(Duration.ofSeconds(45));
    pool.tenants().run(tenant.id(), session -> session.claims().claim("pool-x", null, 10));
    flush(pool);
    assertThat(wholeReads()).isEqualTo(before);
  }

  @Test
  void whatATalentSentLatelyIsFoundWithoutItsHistory() throws SQLException {
    var variant = tenant.draft("now");
    var now = Instant.now();
    var app = database.open(DatabaseConfig.app(database.jdbcUrl(), database.passwords().app(), 1));
    long before = rowsRead();
    app.tenants()
        .run(
            tenant.id(),
            session ->
                session
                    .planning()
                    .sentSince(Set.of(variant.talentId()), now.minusSeconds(3600), now));
    flush(app);
    assertThat(rowsRead() - before).isLessThan(100);
  }

  @Test
  void theLastPostOfAnAccountIsFoundWithoutItsHistory() throws SQLException {
    var before = Instant.now().minus(Duration.ofDays(8));
    var app = database.open(DatabaseConfig.app(database.jdbcUrl(), database.passwords().app(), 1));
    long read = rowsRead();
    List<Occupied> last =
        app.tenants()
            .in(
                tenant.id(),
                session -> session.planning().lastSent(Set.of(tenant.accountId()), before));
    flush(app);
    assertThat(last)
        .singleElement()
        .satisfies(
            post -> assertThat(post.at()).isBetween(before.minus(Duration.ofHours(1)), before));
    assertThat(rowsRead() - read).isLessThan(10);
  }

  @Test
  void theTakenTimesOfATalentAreFoundWithoutItsHistory() throws SQLException {
    var now = Instant.now();
    var app = database.open(DatabaseConfig.app(database.jdbcUrl(), database.passwords().app(), 1));
    long read = rowsRead();
    var taken =
        app.tenants()
            .in(
                tenant.id(),
                session ->
                    session
                        .planning()
                        .occupied(tenant.talentId(), null, now, now.plus(Duration.ofHours(5))));
    flush(app);
    assertThat(taken).hasSize(6).first().satisfies(last -> assertThat(last.at()).isBefore(now));
    assertThat(rowsRead() - read).isLessThan(20);
  }

  /** The figures of a session are told when it is asked for it; else after some seconds. */
  private static void flush(Database database) {
    database.untenanted(handle -> handle.execute("select pg_stat_force_next_flush()"));
  }

  private static long wholeReads() throws SQLException {
    return figure("seq_scan");
  }

  private static long rowsRead() throws SQLException {
    return figure("seq_tup_read + coalesce(idx_tup_fetch, 0)");
  }

  private static long figure(String figure) throws SQLException {
    try (var connection = database.superuser().getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select %s from pg_stat_user_tables where relname = 'variant'".formatted(figure))) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void fill(String state, String publishAt, String publishedAt) throws SQLException {
    execute(
        """
        set session_replication_role = replica;
        insert into greenroom.variant (tenant_id, id, post_id, account_id, talent_id, state, payload, content_hash,
          publish_at, published_at, changed_by)
        select '%s', gen_random_uuid(), gen_random_uuid(), '%s', '%s', '%s', '{}', repeat('a', 64), %s, %s, 'test'
        from generate_series(1, 10000) n
        """
            .formatted(
                tenant.id(), tenant.accountId(), tenant.talentId(), state, publishAt, publishedAt));
  }

  private static void execute(String sql) throws SQLException {
    try (var connection = database.superuser().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
