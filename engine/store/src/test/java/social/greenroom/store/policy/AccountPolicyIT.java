package social.greenroom.store.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.schedule.Blackout;
import social.greenroom.core.schedule.Embargo;
import social.greenroom.core.schedule.MissedPolicy;
import social.greenroom.core.schedule.PostingDeclaration;
import social.greenroom.core.schedule.RuleWords;
import social.greenroom.core.schedule.WeeklySlot;
import social.greenroom.core.talent.TalentProfile;
import social.greenroom.store.account.AccountSpec;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.talent.TalentSpec;
import social.greenroom.store.tenant.TenantSpec;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

class AccountPolicyIT {
  private static final Instant NOON = Instant.parse("2030-12-24T12:00:00Z");
  private static final List<Blackout> HOLIDAY =
      List.of(new Blackout(NOON, NOON.plusSeconds(60), "Holiday"));
  private static final List<WeeklySlot> MONDAYS =
      List.of(new WeeklySlot(DayOfWeek.MONDAY, LocalTime.NOON));

  private TestDatabase database;
  private SeededTenant tenant;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    tenant = database.seedTenant("policies");
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void theNarrowestDeclarationWinsRuleByRule() {
    declare(
        new PostingDeclaration(
            null,
            Duration.ofHours(8),
            MONDAYS,
            HOLIDAY,
            new Embargo(NOON, null),
            MissedPolicy.ASK,
            MONDAYS,
            Duration.ofDays(30)),
        new PostingDeclaration(
            3,
            Duration.ofHours(6),
            List.of(),
            List.of(),
            null,
            MissedPolicy.publishLate(Duration.ofHours(1))),
        new PostingDeclaration(
            null, null, List.of(), HOLIDAY, null, null, List.of(), Duration.ZERO),
        120);
    var policy = policy();
    var posting = policy.policy().posting();
    assertThat(posting.inWords())
        .extracting(RuleWords::sentence)
        .containsExactly(
            "talent policies: daily cap 3",
            "account policies: cooldown 2 hours",
            "tenant policies: 1 slots a week",
            "account policies: 1 blackout",
            "tenant policies: nothing before 2030-12-24T12:00:00Z",
            "talent policies: missed posts: publish late within 1 hour",
            "tenant policies: 1 best time a week",
            "account policies: the same words at any time");
    assertThat(policy.repeatWindow()).isZero();
    assertThat(policy.atBestTimes().orElseThrow().slots()).isEqualTo(MONDAYS);
    assertThat(posting.slots().value()).isEqualTo(MONDAYS);
    assertThat(posting.blackouts().value()).isEqualTo(HOLIDAY);
    assertThat(policy.rules().zone().getId()).isEqualTo("Europe/Berlin");
  }

  @Test
  void whereNobodySaysTheNetworkAndTheDefaultsDo() {
    var words = policy().policy().posting().inWords().stream().map(RuleWords::sentence);
    assertThat(words)
        .contains("default: no best times known", "default: the same words not within 7 days");
    var row = database.tenants().in(tenant.id(), s -> s.accounts().find(tenant.accountId()));
    assertThat(row.orElseThrow().platform()).isEqualTo(Platform.MASTODON);
    assertThat(policy().atBestTimes()).isEmpty();
  }

  @Test
  void aRowOfAnOlderOperatorStillSaysItsBlackouts() {
    database
        .tenants()
        .run(
            tenant.id(),
            session -> session.talents().upsert(talent(HOLIDAY, PostingDeclaration.SILENT)));
    var blackouts = policy().policy().posting().blackouts();
    assertThat(blackouts.value()).isEqualTo(HOLIDAY);
    assertThat(blackouts.source().words()).isEqualTo("talent policies");
  }

  private AccountPolicy policy() {
    return database.tenants().in(tenant.id(), this::read);
  }

  private AccountPolicy read(TenantSession session) {
    return AccountPolicy.read(
        session,
        session.talents().find(tenant.talentId()).orElseThrow(),
        session.accounts().find(tenant.accountId()).orElseThrow());
  }

  private void declare(
      PostingDeclaration byTenant,
      PostingDeclaration byTalent,
      PostingDeclaration byAccount,
      int cooldownMinutes) {
    database
        .tenants()
        .run(
            tenant.id(),
            session -> {
              var row = session.tenant().get();
              session
                  .tenant()
                  .upsert(
                      new TenantSpec(
                          row.name(), row.namespace(), "P", "UTC", "en", 5, null, byTenant));
              session.talents().upsert(talent(List.of(), byTalent));
              session.accounts().upsert(account(byAccount, cooldownMinutes));
            });
  }

  private TalentSpec talent(List<Blackout> blackouts, PostingDeclaration posting) {
    return new TalentSpec(
        tenant.word(),
        tenant.word(),
        "Talent",
        "Europe/Berlin",
        "en",
        null,
        TalentProfile.EMPTY,
        null,
        null,
        blackouts,
        posting,
        StopPolicy.NONE);
  }

  private AccountSpec account(PostingDeclaration posting, int cooldownMinutes) {
    return new AccountSpec(
        tenant.talentId(),
        tenant.word(),
        Platform.MASTODON,
        Channel.API,
        "@" + tenant.word(),
        "Account",
        null,
        "https://social.example",
        List.of(),
        null,
        cooldownMinutes,
        posting,
        StopPolicy.NONE,
        Map.of());
  }
}
