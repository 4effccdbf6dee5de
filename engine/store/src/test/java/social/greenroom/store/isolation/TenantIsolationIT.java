package social.greenroom.store.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import social.greenroom.core.id.Ids;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.talent.TalentProfile;
import social.greenroom.store.talent.TalentSpec;
import social.greenroom.store.talent.TalentUpsert;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

/** Tries to meet another tenant, from the programs' role and from a tenant's own. */
class TenantIsolationIT {
  private static final String PRIVILEGE = "42501";
  private static final String FOREIGN_KEY = "23503";
  private static final List<String> TABLES =
      List.of(
          "talent",
          "account",
          "mcp_server",
          "credential",
          "stop",
          "request",
          "series",
          "series_occurrence",
          "series_asked",
          "post",
          "variant",
          "variant_version",
          "media",
          "approval",
          "attempt",
          "audit",
          "dispatch");

  private static TestDatabase database;
  private static SeededTenant ours;
  private static SeededTenant theirs;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    ours = database.seedTenant("ours");
    theirs = database.seedTenant("theirs");
    ours.waiting("ours");
    theirs.waiting("theirs");
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void theProgramsSeeTheTenantTheyWorkForAlone() throws SQLException {
    try (var app = database.asApp(ours.id())) {
      for (var table : TABLES) {
        assertThat(app.column("select distinct tenant_id from greenroom." + table))
            .as(table)
            .isSubsetOf(ours.id().toString());
      }
      assertThat(app.column("select id from greenroom.tenant"))
          .containsExactly(ours.id().toString());
      assertThat(app.column("select distinct tenant_id from greenroom.variant"))
          .containsExactly(ours.id().toString());
    }
  }

  @Test
  void aTransactionThatNamesNoTenantSeesNothing() throws SQLException {
    try (var app = database.asApp(null)) {
      for (var table : TABLES) {
        assertThat(app.column("select tenant_id from greenroom." + table)).as(table).isEmpty();
      }
      assertThat(app.column("select id from greenroom.app_user")).isEmpty();
    }
  }

  @Test
  void anotherTenantsRowCantBeChanged() throws SQLException {
    try (var app = database.asApp(ours.id());
        var job = database.asJob(ours.id())) {
      assertThat(
              app.update(
                  "update greenroom.account set handle = 'x' where id = ?", theirs.accountId()))
          .isZero();
      assertThat(
              job.update(
                  "update greenroom.account set health = 'ok' where tenant_id = ?", theirs.id()))
          .isZero();
    }
  }

  @Test
  void aRowCantBePutIntoAnotherTenant() throws SQLException {
    var insert =
        """
        insert into greenroom.audit
          (tenant_id, id, actor_kind, actor_name, act, sentence, subject_kind, subject_id)
        values (?, ?, 'user', 'x', 'x', 'x', 'x', ?)
        """;
    try (var app = database.asApp(ours.id());
        var job = database.asJob(ours.id())) {
      assertThat(app.refusal(insert, theirs.id(), Ids.next(), Ids.next())).isEqualTo(PRIVILEGE);
      assertThat(job.refusal(insert, theirs.id(), Ids.next(), Ids.next())).isEqualTo(PRIVILEGE);
      assertThat(app.refusal(insert, ours.id(), Ids.next(), Ids.next())).isEqualTo("accepted");
      assertThat(job.refusal(insert, ours.id(), Ids.next(), Ids.next())).isEqualTo("accepted");
    }
  }

  @Test
  void aRowCantBeMovedToAnotherTenant() throws SQLException {
    try (var app = database.asApp(ours.id())) {
      var server = Ids.next();
      app.update(
          "insert into greenroom.mcp_server (tenant_id, id, name, url) values (?, ?, 'm', 'http://m')",
          ours.id(),
          server);
      assertThat(
              app.refusal(
                  "update greenroom.mcp_server set tenant_id = ? where id = ?",
                  theirs.id(),
                  server))
          .isEqualTo(PRIVILEGE);
    }
  }

  @Test
  void nothingCanBeAttachedAcrossTenants() throws SQLException {
    var post = post(ours);
    var insert =
        """
        insert into greenroom.variant
          (tenant_id, id, post_id, account_id, talent_id, payload, content_hash, changed_by)
        values (?, ?, ?, ?, ?, '{}', repeat('0', 64), 'x')
        """;
    for (var connection : List.of(database.asApp(ours.id()), database.asJob(ours.id()))) {
      try (connection) {
        assertThat(
                connection.refusal(
                    insert, ours.id(), Ids.next(), post, theirs.accountId(), ours.talentId()))
            .isEqualTo(FOREIGN_KEY);
        assertThat(
                connection.refusal(
                    insert, ours.id(), Ids.next(), post, theirs.accountId(), theirs.talentId()))
            .isEqualTo(FOREIGN_KEY);
        assertThat(
                connection.refusal(
                    insert, ours.id(), Ids.next(), post(theirs), ours.accountId(), ours.talentId()))
            .isEqualTo(FOREIGN_KEY);
      }
    }
  }

  @Test
  void anAccountOfAnotherTalentOfTheTenantCantBeAttached() throws SQLException {
    var other = talent(ours, "ours-second");
    try (var app = database.asApp(ours.id())) {
      assertThat(
              app.refusal(
                  """
                  insert into greenroom.variant
                    (tenant_id, id, post_id, account_id, talent_id, payload, content_hash, changed_by)
                  values (?, ?, ?, ?, ?, '{}', repeat('0', 64), 'x')
                  """,
                  ours.id(),
                  Ids.next(),
                  post(ours),
                  ours.addAccount("ours-extra"),
                  other))
          .isEqualTo(FOREIGN_KEY);
    }
  }

  @Test
  void aJobCantChooseItsTenant() throws SQLException {
    try (var job = database.asJob(ours.id())) {
      job.update("set greenroom.tenant = '" + theirs.id() + "'");
      assertThat(
              job.column("select set_config('greenroom.tenant', ?, false)", theirs.id().toString()))
          .hasSize(1);
      assertThat(job.column("select greenroom.current_tenant()"))
          .containsExactly(ours.id().toString());
      assertThat(job.column("select distinct tenant_id from greenroom.variant"))
          .containsExactly(ours.id().toString());
    }
  }

  @Test
  void aJobCantBecomeAnybodyElse() throws SQLException {
    database.provisioner().createTenantLogin(theirs.id());
    var other = "greenroom_t_" + theirs.id().toString().replace("-", "");
    try (var job = database.asJob(ours.id())) {
      for (var role : List.of("greenroom_app", "greenroom_owner", "greenroom_lookup", other)) {
        assertThat(job.refusal("set role " + role)).as(role).isEqualTo(PRIVILEGE);
        assertThat(job.refusal("set session authorization " + role)).as(role).isEqualTo(PRIVILEGE);
      }
      job.update("set role greenroom_job");
      assertThat(job.column("select greenroom.current_tenant()"))
          .containsExactly(ours.id().toString());
    }
  }

  @Test
  void aJobsConnectionRefusesToWorkForAnother() {
    var job = database.job(ours.id()).tenants();
    assertThat(job.own()).isEqualTo(ours.id());
    assertThatThrownBy(() -> job.in(theirs.id(), session -> session.variants().find(Ids.next())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("can't work for");
  }

  @Test
  void theOwnerOfTheSchemaSeesNoRowsOfTenants() throws SQLException {
    try (var owner = database.asOwner()) {
      for (var table : TABLES) {
        assertThat(owner.column("select tenant_id from greenroom." + table)).as(table).isEmpty();
      }
      assertThat(owner.column("select email from greenroom.app_user")).isEmpty();
    }
  }

  @Test
  void peopleOfAnotherTenantAreNotSeen() throws SQLException {
    try (var app = database.asApp(ours.id())) {
      assertThat(app.column("select email from greenroom.app_user"))
          .containsExactly("owner@ours.example");
      assertThat(app.refusal("select password_hash from greenroom.app_user")).isEqualTo(PRIVILEGE);
      assertThat(app.refusal("select token_hash from greenroom.session")).isEqualTo(PRIVILEGE);
    }
  }

  @Test
  void theLookupRoleReadsNoContent() throws SQLException {
    try (var lookup = database.asLookup()) {
      assertThat(lookup.refusal("select payload from greenroom.variant")).isEqualTo(PRIVILEGE);
      assertThat(lookup.refusal("select display_name from greenroom.talent")).isEqualTo(PRIVILEGE);
      assertThat(lookup.refusal("select secret from greenroom.credential")).isEqualTo(PRIVILEGE);
      assertThat(lookup.refusal("select * from greenroom.account")).isEqualTo(PRIVILEGE);
      assertThat(lookup.refusal("update greenroom.membership set role = 'owner'"))
          .isEqualTo(PRIVILEGE);
      assertThat(lookup.column("select id from greenroom.variant")).isEmpty();
    }
  }

  @Test
  void theProvisionerReadsNothing() throws SQLException {
    try (var provisioner = database.asProvisioner()) {
      assertThat(provisioner.refusal("select id from greenroom.tenant")).isEqualTo(PRIVILEGE);
      assertThat(provisioner.refusal("set role greenroom_job")).isEqualTo(PRIVILEGE);
      assertThat(provisioner.refusal("grant greenroom_app to greenroom_provisioner"))
          .isEqualTo(PRIVILEGE);
      assertThat(provisioner.refusal("alter role greenroom_app password 'x'")).isEqualTo(PRIVILEGE);
      assertThat(provisioner.refusal("create role greenroom_x superuser")).isEqualTo(PRIVILEGE);
      assertThat(provisioner.refusal("create role greenroom_x bypassrls")).isEqualTo(PRIVILEGE);
    }
  }

  @Test
  void aSlugOfAnotherTenantIsTakenAndStaysTheirs() {
    var upsert =
        database
            .tenants()
            .in(ours.id(), session -> session.talents().upsert(spec("mine", "theirs")));
    assertThat(upsert).isEqualTo(new TalentUpsert.SlugTaken("theirs"));
    assertThat(database.lookup().talentBySlug("theirs").orElseThrow().tenantId())
        .isEqualTo(theirs.id());
  }

  private static UUID post(SeededTenant tenant) {
    return tenant.draft("p" + Ids.next()).postId();
  }

  private static UUID talent(SeededTenant tenant, String name) {
    var upsert =
        database.tenants().in(tenant.id(), session -> session.talents().upsert(spec(name, name)));
    return ((TalentUpsert.Stored) upsert).talent().id();
  }

  private static TalentSpec spec(String name, String slug) {
    return new TalentSpec(
        name,
        slug,
        "Talent " + name,
        "UTC",
        "en",
        null,
        TalentProfile.EMPTY,
        null,
        null,
        List.of(),
        StopPolicy.NONE);
  }
}
