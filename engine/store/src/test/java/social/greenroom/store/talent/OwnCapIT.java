package social.greenroom.store.talent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.core.access.Role;
import social.greenroom.core.schedule.OwnCaps;
import social.greenroom.core.schedule.QuietHours;
import social.greenroom.core.schedule.RuleWords;
import social.greenroom.store.database.Rule;
import social.greenroom.store.database.RuleViolationException;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.policy.AccountPolicy;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

/** What a talent sets themselves is theirs alone, and whoever reads what holds reads it too. */
class OwnCapIT {
  private static final OwnCaps CAPS =
      new OwnCaps(2, Duration.ofHours(6), new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 30)));

  private TestDatabase database;
  private SeededTenant tenant;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    tenant = database.seedTenant("own");
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void holdsForProgramsAndJobsFromTheNextReadOn() {
    assertThat(talent().ownCaps()).isEqualTo(OwnCaps.NONE);
    set(tenant.ownerId(), CAPS);
    assertThat(talent().ownCaps()).isEqualTo(CAPS);
    assertThat(talent().strictestDailyCap()).isEqualTo(2);
    for (var tenants : List.of(database.tenants(), database.job(tenant.id()).tenants())) {
      var words =
          tenants.in(tenant.id(), this::policy).policy().inWords().stream()
              .map(RuleWords::sentence)
              .toList();
      assertThat(words)
          .contains(
              "set by the talent: cooldown 6 hours",
              "set by the talent: quiet hours 22:00 to 08:30",
              "set by the talent: daily cap 2 over all accounts");
    }
    set(tenant.ownerId(), new OwnCaps(null, Duration.ofMinutes(1), null));
    assertThat(talent().strictestDailyCap()).isNull();
    set(tenant.ownerId(), OwnCaps.NONE);
    assertThat(talent().ownCaps()).isEqualTo(OwnCaps.NONE);
    var inForce = database.tenants().in(tenant.id(), s -> s.ownCaps().of(tenant.talentId()));
    assertThat(inForce).isEmpty();
  }

  @Test
  void everyReadOfATalentHasThem() {
    set(tenant.ownerId(), CAPS);
    var read =
        database
            .tenants()
            .in(
                tenant.id(),
                session -> {
                  var talents = session.talents();
                  var id = tenant.talentId();
                  return List.of(
                      talents.find(id).orElseThrow(),
                      talents.byName(tenant.word()).orElseThrow(),
                      talents.byIds(List.of(id)).get(0),
                      talents.list().get(0),
                      talents.all().get(0),
                      talents.due(session.now(), Duration.ofHours(1)).get(0));
                });
    assertThat(read).extracting(TalentRow::ownCaps).containsOnly(CAPS);
  }

  @Test
  void whatHeldBeforeIsHistory() {
    set(tenant.ownerId(), CAPS);
    set(tenant.ownerId(), new OwnCaps(1, null, null));
    set(tenant.ownerId(), OwnCaps.NONE);
    assertThat(count("select count(*) from greenroom.own_cap")).isEqualTo(2);
    assertThat(count("select count(*) from greenroom.own_cap where ended_at is not null"))
        .isEqualTo(2);
    refused("update greenroom.own_cap set daily_cap = 9", "GR102");
    refused("update greenroom.own_cap set ended_at = null, ended_by = null", "GR102");
    refused("delete from greenroom.own_cap", "GR102");
  }

  @Test
  void nobodyButTheTalentSetsOrLiftsThem() {
    var operator = database.lookup().users().create("op@own.example", "Operator", null).id();
    database.tenants().run(tenant.id(), s -> s.members().put(operator, Role.ADMIN, null));
    refusedAs(operator, CAPS);
    set(tenant.ownerId(), CAPS);
    refusedAs(operator, OwnCaps.NONE);
    refusedAs(operator, new OwnCaps(50, null, null));
    assertThat(talent().ownCaps()).isEqualTo(CAPS);
  }

  @Test
  void aJobReadsThemAndNoOtherTenantDoes() throws SQLException {
    set(tenant.ownerId(), CAPS);
    var other = database.seedTenant("elsewhere");
    try (var elsewhere = database.asApp(other.id())) {
      assertThat(elsewhere.column("select daily_cap::text from greenroom.own_cap")).isEmpty();
    }
    assertThatThrownBy(
            () ->
                database
                    .job(tenant.id())
                    .tenants()
                    .run(
                        tenant.id(),
                        s -> s.ownCaps().set(tenant.talentId(), tenant.ownerId(), OwnCaps.NONE)))
        .hasMessageContaining("permission denied");
  }

  private void refusedAs(UUID user, OwnCaps caps) {
    assertThatThrownBy(() -> set(user, caps))
        .isInstanceOfSatisfying(
            RuleViolationException.class,
            refusal -> {
              assertThat(refusal.rule()).isEqualTo(Rule.CONSENT);
              assertThat(refusal).hasMessageContaining("Only the talent sets and lifts");
            });
  }

  private void refused(String sql, String state) {
    assertThatThrownBy(
            () -> Jdbi.create(database.superuser()).useHandle(handle -> handle.execute(sql)))
        .rootCause()
        .isInstanceOfSatisfying(
            SQLException.class, refusal -> assertThat(refusal.getSQLState()).isEqualTo(state));
  }

  private int count(String sql) {
    return Jdbi.create(database.superuser())
        .withHandle(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
  }

  private void set(UUID user, OwnCaps caps) {
    database
        .tenants()
        .run(tenant.id(), session -> session.ownCaps().set(tenant.talentId(), user, caps));
  }

  private TalentRow talent() {
    return database
        .tenants()
        .in(tenant.id(), session -> session.talents().find(tenant.talentId()).orElseThrow());
  }

  private AccountPolicy policy(TenantSession session) {
    return AccountPolicy.read(
        session,
        session.talents().find(tenant.talentId()).orElseThrow(),
        session.accounts().find(tenant.accountId()).orElseThrow());
  }
}
