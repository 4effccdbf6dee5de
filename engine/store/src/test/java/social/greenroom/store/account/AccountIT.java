package social.greenroom.store.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import social.greenroom.core.channel.HealthReport;
import social.greenroom.core.channel.HealthReport.Health;
import social.greenroom.core.channel.ToolMapping;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.schedule.WeeklySlot;
import social.greenroom.store.database.Rule;
import social.greenroom.store.database.RuleViolationException;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

/** One account, one channel, one remote id, for ever. */
class AccountIT {
  private static final String IMMUTABLE = Rule.IMMUTABLE.sqlState();
  private static TestDatabase database;
  private static SeededTenant tenant;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    tenant = database.seedTenant("accounts");
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void itsChannelNeverChanges() throws SQLException {
    try (var app = database.asApp(tenant.id())) {
      assertThat(
              app.refusal(
                  "update greenroom.account set channel = 'mcp' where id = ?", tenant.accountId()))
          .isEqualTo(IMMUTABLE);
    }
    try (var job = database.asJob(tenant.id())) {
      assertThat(job.refusal("update greenroom.account set channel = 'mcp'")).isEqualTo("42501");
    }
  }

  @Test
  void theReservedChannelsAreRefused() throws SQLException {
    try (var app = database.asApp(tenant.id())) {
      assertThat(
              app.refusal(
                  """
                  insert into greenroom.account
                    (tenant_id, id, talent_id, name, platform, channel, handle, display_name)
                  values (?, gen_random_uuid(), ?, 'dev', 'x', 'device', '@x', 'x')
                  """,
                  tenant.id(),
                  tenant.talentId()))
          .isEqualTo("23514");
    }
  }

  @Test
  void itsRemoteIdIsFixedOnceSet() throws SQLException {
    try (var app = database.asApp(tenant.id());
        var job = database.asJob(tenant.id())) {
      for (var connection : List.of(app, job)) {
        assertThat(
                connection.refusal(
                    "update greenroom.account set remote_id = 'other' where id = ?",
                    tenant.accountId()))
            .isEqualTo(IMMUTABLE);
        assertThat(
                connection.refusal(
                    "update greenroom.account set remote_id = null where id = ?",
                    tenant.accountId()))
            .isEqualTo(IMMUTABLE);
      }
    }
  }

  @Test
  void itStaysAtItsInstance() throws SQLException {
    try (var app = database.asApp(tenant.id())) {
      for (var elsewhere :
          List.of(
              "https://evil.example",
              "https://social.example@evil.example/",
              "https://social.example:pass@evil.example/",
              "https://social.example:443@evil.example:443/",
              "https://evil.example?social.example/")) {
        assertThat(
                app.refusal(
                    "update greenroom.account set endpoint = ? where id = ?",
                    elsewhere,
                    tenant.accountId()))
            .isEqualTo(IMMUTABLE);
      }
    }
    assertThat(upsert(at("https://social.example:pass@evil.example/")))
        .isInstanceOf(AccountUpsert.Fixed.class);
    assertThat(upsert(at("https://evil.example")))
        .isInstanceOfSatisfying(
            AccountUpsert.Fixed.class,
            fixed -> {
              assertThat(fixed.field()).isEqualTo("endpoint");
              assertThat(fixed.sentence()).contains("social.example");
            });
    assertThat(find(tenant.accountId()).endpoint()).isEqualTo("https://social.example");
  }

  @Test
  void itsInstanceMayBeWrittenOtherwise() {
    assertThat(upsert(at("https://Social.example/"))).isInstanceOf(AccountUpsert.Stored.class);
    assertThat(upsert(at("http://me@social.example:8080/api?a=b")))
        .isInstanceOf(AccountUpsert.Stored.class);
    assertThat(upsert(at("https://social.example"))).isInstanceOf(AccountUpsert.Stored.class);
  }

  @Test
  void itStaysWithItsTalentAndPlatform() throws SQLException {
    try (var app = database.asApp(tenant.id())) {
      assertThat(
              app.refusal(
                  "update greenroom.account set platform = 'x' where id = ?", tenant.accountId()))
          .isEqualTo(IMMUTABLE);
      assertThat(
              app.refusal(
                  "update greenroom.account set talent_id = gen_random_uuid() where id = ?",
                  tenant.accountId()))
          .isEqualTo(IMMUTABLE);
    }
  }

  @Test
  void declaringAnotherChannelSaysWhichFieldAndChangesNothing() {
    var upsert = upsert(spec("accounts", Channel.MCP, null));
    assertThat(upsert)
        .isInstanceOfSatisfying(
            AccountUpsert.Fixed.class,
            fixed -> {
              assertThat(fixed.field()).isEqualTo("channel");
              assertThat(fixed.sentence()).contains("keeps its channel (api) for ever");
            });
    assertThat(find(tenant.accountId()).channel()).isEqualTo(Channel.API);
  }

  @Test
  void twoAccountsOfATenantAreNeverTheSameAtTheNetwork() throws SQLException {
    var upsert = upsert(at("second", "https://SOCIAL.example/api", tenant.remoteId()));
    assertThat(upsert)
        .isInstanceOfSatisfying(
            AccountUpsert.RemoteIdTaken.class,
            taken -> assertThat(taken.by().id()).isEqualTo(tenant.accountId()));
    var other = tenant.addAccount("third");
    try (var app = database.asApp(tenant.id())) {
      assertThat(
              app.refusal(
                  """
                  insert into greenroom.account
                    (tenant_id, id, talent_id, name, platform, channel, handle, display_name, endpoint, remote_id)
                  select tenant_id, gen_random_uuid(), talent_id, 'fourth', platform, channel, 'h', 'd', endpoint, remote_id
                  from greenroom.account where id = ?
                  """,
                  other))
          .isEqualTo("23505");
    }
  }

  @Test
  void twoInstancesMayGiveOneNumberToTwoAccounts() {
    assertThat(upsert(at("elsewhere", "https://other.example", tenant.remoteId())))
        .isInstanceOf(AccountUpsert.Stored.class);
    var holder =
        database
            .tenants()
            .in(
                tenant.id(),
                session ->
                    session
                        .accounts()
                        .byRemoteId(
                            Platform.MASTODON, "https://other.example/api", tenant.remoteId()));
    assertThat(holder.orElseThrow().name()).isEqualTo("elsewhere");
  }

  @Test
  void anIdOfANetworkWithoutInstancesIsOneAccounts() throws SQLException {
    try (var app = database.asApp(tenant.id())) {
      var sql =
          """
          insert into greenroom.account
            (tenant_id, id, talent_id, name, platform, channel, handle, display_name, endpoint, remote_id)
          values (?, gen_random_uuid(), ?, ?, 'linkedin', 'mcp', 'h', 'd', ?, 'urn:1')
          """;
      app.update(sql, tenant.id(), tenant.talentId(), "one", "https://one.example");
      assertThat(app.refusal(sql, tenant.id(), tenant.talentId(), "two", "https://two.example"))
          .isEqualTo("23505");
    }
  }

  @Test
  void theFirstCallThatTellsTheRemoteIdFixesIt() {
    var account = ((AccountUpsert.Stored) upsert(spec("fresh", Channel.API, null))).account();
    assertThat(account.connected()).isFalse();

    report(account.id(), new HealthReport(Health.OK, "told", null));
    var connected = find(account.id());
    assertThat(connected.remoteId()).isEqualTo("told");
    assertThat(connected.connectedAt()).isNotNull();
    assertThat(connected.health()).isEqualTo(AccountHealth.OK);

    assertThatThrownBy(() -> report(account.id(), new HealthReport(Health.OK, "another", null)))
        .isInstanceOfSatisfying(
            RuleViolationException.class, e -> assertThat(e.rule()).isEqualTo(Rule.IMMUTABLE));
    // A later declaration that doesn't name the remote id keeps it.
    assertThat(
            ((AccountUpsert.Stored) upsert(spec("fresh", Channel.API, null))).account().remoteId())
        .isEqualTo("told");
  }

  @Test
  void aRemovedOneComesBackAsTheAccountItWas() {
    var account = ((AccountUpsert.Stored) upsert(spec("gone", Channel.API, "gone-1"))).account();
    database.tenants().run(tenant.id(), session -> session.accounts().remove(account.id()));
    assertThat(find(account.id()).removedAt()).isNotNull();
    assertThat(list()).doesNotContain(account.id());

    var again = ((AccountUpsert.Stored) upsert(spec("gone", Channel.API, null))).account();
    assertThat(again.id()).isEqualTo(account.id());
    assertThat(again.removedAt()).isNull();
    assertThat(again.remoteId()).isEqualTo("gone-1");
    assertThat(again.slots()).isEqualTo(WeeklySlot.DEFAULTS);
    assertThat(again.options()).containsEntry("visibility", "public");
  }

  @Test
  void theTenantsOwnServerGoesBeforeASharedOne() {
    database
        .tenants()
        .run(
            tenant.id(),
            session -> {
              var servers = session.mcpServers();
              assertThat(servers.serving(Platform.LINKEDIN)).isEmpty();
              servers.upsert(server("common", true, "http://shared"));
              assertThat(servers.serving(Platform.LINKEDIN).orElseThrow().url())
                  .isEqualTo("http://shared");
              var own = servers.upsert(server("zown", false, "http://own"));
              var serving = servers.serving(Platform.LINKEDIN).orElseThrow();
              assertThat(serving.url()).isEqualTo("http://own");
              assertThat(serving.tools().find("publish"))
                  .isEqualTo(new ToolMapping.Tool("POST", Map.of("text", "commentary")));
              assertThat(servers.serving(Platform.MASTODON)).isEmpty();
              servers.report(own.id(), false, "No answer.");
              assertThat(servers.find(own.id()).orElseThrow().reachable()).isFalse();
              servers.remove("zown", false);
              assertThat(servers.serving(Platform.LINKEDIN).orElseThrow().url())
                  .isEqualTo("http://shared");
            });
  }

  private static McpServerSpec server(String name, boolean shared, String url) {
    var tools =
        new ToolMapping(
            Map.of("publish", new ToolMapping.Tool("POST", Map.of("text", "commentary"))));
    return new McpServerSpec(
        name, shared, url, "streamable-http", List.of("linkedin", "x"), tools, null);
  }

  private static AccountSpec spec(String name, Channel channel, @Nullable String remoteId) {
    return new AccountSpec(
        tenant.talentId(),
        name,
        Platform.MASTODON,
        channel,
        "@" + name,
        "Account " + name,
        remoteId,
        null,
        WeeklySlot.DEFAULTS,
        3,
        30,
        StopPolicy.NONE,
        Map.of("visibility", "public"));
  }

  /** The seeded account, declared at that address. */
  private static AccountSpec at(String endpoint) {
    var row = find(tenant.accountId());
    return new AccountSpec(
        row.talentId(),
        row.name(),
        row.platform(),
        row.channel(),
        row.handle(),
        row.displayName(),
        row.remoteId(),
        endpoint,
        WeeklySlot.DEFAULTS,
        3,
        30,
        StopPolicy.NONE,
        Map.of());
  }

  private static AccountSpec at(String name, String endpoint, String remoteId) {
    return new AccountSpec(
        tenant.talentId(),
        name,
        Platform.MASTODON,
        Channel.API,
        name,
        name,
        remoteId,
        endpoint,
        WeeklySlot.DEFAULTS,
        3,
        30,
        StopPolicy.NONE,
        Map.of());
  }

  private static AccountUpsert upsert(AccountSpec spec) {
    return database.tenants().in(tenant.id(), session -> session.accounts().upsert(spec));
  }

  private static AccountRow find(UUID id) {
    return database.tenants().in(tenant.id(), session -> session.accounts().find(id)).orElseThrow();
  }

  private static List<UUID> list() {
    return database
        .tenants()
        .in(tenant.id(), session -> session.accounts().list(tenant.talentId()))
        .stream()
        .map(AccountRow::id)
        .toList();
  }

  private static void report(UUID id, HealthReport report) {
    database
        .job(tenant.id())
        .tenants()
        .run(tenant.id(), session -> session.accounts().report(id, report));
  }
}
