package social.greenroom.store.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import social.greenroom.core.channel.PublishOutcome.Published;
import social.greenroom.core.network.RetryClass;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.audit.Actor;
import social.greenroom.store.audit.AuditEntry;
import social.greenroom.store.database.Rule;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.Finish;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

/**
 * What happened stays as it happened: tried by the programs, by a Job, and by the schema's owner.
 */
class HistoryIT {
  private static final String PRIVILEGE = "42501";
  private static final String IMMUTABLE = Rule.IMMUTABLE.sqlState();

  private static TestDatabase database;
  private static SeededTenant tenant;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    tenant = database.seedTenant("history");
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void theAuditIsAppendOnly() throws SQLException {
    record("variant.approved");
    try (var app = database.asApp(tenant.id());
        var job = database.asJob(tenant.id())) {
      for (var connection : List.of(app, job)) {
        assertThat(connection.refusal("update greenroom.audit set sentence = 'x'"))
            .isEqualTo(PRIVILEGE);
        assertThat(connection.refusal("delete from greenroom.audit")).isEqualTo(PRIVILEGE);
        assertThat(connection.refusal("truncate greenroom.audit")).isEqualTo(PRIVILEGE);
      }
    }
  }

  @Test
  void evenTheSchemasOwnerKeepsHistory() throws SQLException {
    try (var owner = database.asOwner()) {
      for (var table :
          List.of(
              "audit",
              "variant_version",
              "attempt",
              "approval",
              "request",
              "variant",
              "follow_up",
              "follow_up_attempt")) {
        assertThat(owner.refusal("truncate greenroom." + table + " cascade"))
            .as(table)
            .isEqualTo(IMMUTABLE);
      }
    }
    record("owner.tried");
    assertThat(
            database
                .tenants()
                .in(tenant.id(), session -> session.audit().list(null, null, null, 200))
                .items())
        .isNotEmpty();
  }

  @Test
  void theTriggersAloneKeepHistoryWhoeverWrites() throws SQLException {
    var request = tenant.request("kept");
    published("kept");
    record("kept");
    try (var connection = database.superuser().getConnection();
        var statement = connection.createStatement()) {
      for (var change :
          List.of(
              "update greenroom.audit set sentence = 'x'",
              "delete from greenroom.audit",
              "update greenroom.variant_version set payload = '{}'",
              "delete from greenroom.variant_version",
              "delete from greenroom.attempt",
              "update greenroom.attempt set worker = 'x'",
              "delete from greenroom.approval",
              "update greenroom.approval set content_hash = repeat('0', 64)",
              "delete from greenroom.variant",
              "delete from greenroom.request",
              "update greenroom.request set prompt = 'x' where id = '" + request.id() + "'",
              "update greenroom.request set name = 'x'",
              "update greenroom.request set not_after = now()",
              "update greenroom.request set resource_uid = 'x'",
              "update greenroom.tenant set namespace = 'x'",
              "update greenroom.talent set slug = 'x'")) {
        assertThatThrownBy(() -> statement.execute(change))
            .as(change)
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(IMMUTABLE));
      }
    }
  }

  @Test
  void everyPayloadIsKeptAndNoneIsMadeUp() throws SQLException {
    var draft = tenant.draft("first");
    database
        .tenants()
        .run(
            tenant.id(),
            session ->
                session.desk().edit(draft.id(), draft.version(), tenant.payload("second"), "Ada"));
    var versions =
        database.tenants().in(tenant.id(), session -> session.variants().versions(draft.id()));
    assertThat(versions).hasSize(2);
    assertThat(versions.get(1).payload()).isEqualTo(tenant.payload("first"));
    assertThat(versions.get(0).changedBy()).isEqualTo("Ada");
    try (var app = database.asApp(tenant.id());
        var job = database.asJob(tenant.id())) {
      for (var connection : List.of(app, job)) {
        assertThat(
                connection.refusal(
                    """
                    insert into greenroom.variant_version
                      (tenant_id, variant_id, version, payload, content_hash, changed_by)
                    values (?, ?, 99, '{}', repeat('0', 64), 'x')
                    """,
                    tenant.id(),
                    draft.id()))
            .isEqualTo(IMMUTABLE);
        assertThat(connection.refusal("update greenroom.variant_version set payload = '{}'"))
            .isEqualTo(PRIVILEGE);
        assertThat(connection.refusal("delete from greenroom.variant_version"))
            .isEqualTo(PRIVILEGE);
      }
    }
  }

  @Test
  void whatWasPublishedIsNeverChangedButTakenDown() throws SQLException {
    var published = published("live");
    assertThat(published.remoteId()).isEqualTo("net-1");
    try (var app = database.asApp(tenant.id());
        var job = database.asJob(tenant.id())) {
      assertThat(
              app.refusal(
                  "update greenroom.variant set payload = ? where id = ?",
                  tenant.payload("rewritten"),
                  published.id()))
          .isEqualTo(IMMUTABLE);
      for (var connection : List.of(app, job)) {
        for (var change :
            List.of(
                "remote_id = 'x'",
                "published_at = now()",
                "publish_at = now()",
                "not_before = now()",
                "claim_fence = 1",
                "heartbeat_at = now()",
                "remote_url = null")) {
          assertThat(
                  connection.refusal(
                      "update greenroom.variant set " + change + " where id = ?", published.id()))
              .as(change)
              .isEqualTo(IMMUTABLE);
        }
      }
      for (var state : List.of("approved", "draft", "publishing", "failed", "unknown")) {
        assertThat(
                app.refusal(
                    "update greenroom.variant set state = '%s' where id = ?".formatted(state),
                    published.id()))
            .as(state)
            .isEqualTo(Rule.TRANSITION.sqlState());
      }
      assertThat(
              job.refusal(
                  "update greenroom.variant set state = 'taken_down' where id = ?", published.id()))
          .isEqualTo(Rule.TRANSITION.sqlState());
      assertThat(
              app.refusal(
                  "update greenroom.variant set state = 'taken_down', changed_by = 'Ada' where id = ?",
                  published.id()))
          .isEqualTo("accepted");
      assertThat(app.refusal("delete from greenroom.variant where id = ?", published.id()))
          .isEqualTo(PRIVILEGE);
    }
  }

  @Test
  void anAttemptsOutcomeIsWrittenOnce() throws SQLException {
    var published = published("once");
    try (var app = database.asApp(tenant.id());
        var job = database.asJob(tenant.id())) {
      for (var connection : List.of(app, job)) {
        for (var change :
            List.of(
                "outcome = 'sending'",
                "outcome = 'not_sent'",
                "detail = 'x'",
                "remote_id = 'x'",
                "settled_as = 'not_published'")) {
          assertThat(
                  connection.refusal(
                      "update greenroom.attempt set " + change + " where variant_id = ?",
                      published.id()))
              .as(change)
              .isEqualTo(IMMUTABLE);
        }
        assertThat(connection.refusal("update greenroom.attempt set worker = 'x'"))
            .isEqualTo(PRIVILEGE);
        assertThat(connection.refusal("delete from greenroom.attempt")).isEqualTo(PRIVILEGE);
      }
    }
  }

  @Test
  void theActivityIsReadNewestFirstPageByPage() {
    var other = database.seedTenant("pages");
    for (int i = 0; i < 5; i++) {
      var act = "act." + i;
      database
          .tenants()
          .run(
              other.id(),
              session ->
                  session
                      .audit()
                      .record(
                          AuditEntry.of(
                              Actor.user("Ada"),
                              act,
                              "Did.",
                              "talent",
                              other.talentId(),
                              other.talentId())));
    }
    var first =
        database
            .tenants()
            .in(other.id(), session -> session.audit().list(other.talentId(), null, null, 3));
    assertThat(first.items()).extracting("act").containsExactly("act.4", "act.3", "act.2");
    var second =
        database
            .tenants()
            .in(
                other.id(),
                session -> session.audit().list(null, other.talentId(), first.nextCursor(), 3));
    assertThat(second.items()).extracting("act").containsExactly("act.1", "act.0");
    assertThat(second.nextCursor()).isNull();
  }

  private static void record(String act) {
    database
        .tenants()
        .run(
            tenant.id(),
            session ->
                session
                    .audit()
                    .record(
                        AuditEntry.of(
                            Actor.operator(),
                            act,
                            "It happened.",
                            "talent",
                            tenant.talentId(),
                            null)));
  }

  private static VariantRow published(String text) {
    var queued = tenant.queued(tenant.draft(text), Instant.now().minusSeconds(1));
    var job = database.job(tenant.id()).tenants();
    var claim =
        job.in(tenant.id(), session -> session.claims().claim("w", queued.dispatchId(), 1)).get(0);
    var attempt =
        job.in(
            tenant.id(),
            session -> session.attempts().begin(claim, "key", RetryClass.RECONCILE_ONLY));
    job.run(
        tenant.id(),
        session ->
            session
                .attempts()
                .finish(
                    claim,
                    attempt.id(),
                    Finish.of(new Published("net-1", "https://net/1"), Instant.now())));
    var now = database.tenants().in(tenant.id(), session -> session.variants().find(queued.id()));
    assertThat(now.orElseThrow().state()).isEqualTo(VariantState.PUBLISHED);
    return now.orElseThrow();
  }
}
