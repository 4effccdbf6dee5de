package social.greenroom.worker.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.channel.HealthReport;
import social.greenroom.core.channel.HealthReport.Health;
import social.greenroom.core.network.Platform;
import social.greenroom.store.account.AccountHealth;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.account.WantedCheck;
import social.greenroom.store.testing.TestDatabase;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.job.ExitCode;
import social.greenroom.worker.job.UsageException;
import social.greenroom.worker.testing.Agency;
import social.greenroom.worker.testing.FakeNetwork;

/** Looking at an account with the rights of a Job. */
class CheckIT {
  private static TestDatabase database;

  @TempDir Path folder;
  private final FakeNetwork network = new FakeNetwork();
  private Agency agency;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @BeforeEach
  void setUp(TestInfo test) {
    agency =
        new Agency(database, "c" + Integer.toHexString(test.getDisplayName().hashCode()), folder);
  }

  @Test
  void whoseAccountItIsTheNetworkTells() throws UsageException, InterruptedException {
    var account = unconnected("new");
    network.tells(new HealthReport(Health.OK, "4711", null));
    assertThat(check(account)).isEqualTo(ExitCode.DONE);
    var after = agency.find(account);
    assertThat(after.remoteId()).isEqualTo("4711");
    assertThat(after.connectedAt()).isNotNull();
    assertThat(after.health()).isEqualTo(AccountHealth.OK);
  }

  @Test
  void anIdThatIsFixedStays() throws UsageException, InterruptedException {
    var account = agency.account(Platform.X, "fixed", "https://network.example", "token");
    network.tells(new HealthReport(Health.HARD_BLOCK, "another", "It opens another account."));
    assertThat(check(account)).isEqualTo(ExitCode.DONE);
    var after = agency.find(account);
    assertThat(after.remoteId()).isEqualTo("remote-fixed");
    assertThat(after.health()).isEqualTo(AccountHealth.HARD_BLOCK);
    assertThat(after.healthMessage()).isEqualTo("It opens another account.");
  }

  @Test
  void anAccountOfTheNetworkIsOneAccountHere() throws UsageException, InterruptedException {
    agency.account(Platform.X, "holder", "https://network.example", "token");
    var second = unconnected("second");
    network.tells(new HealthReport(Health.OK, "remote-holder", null));
    assertThat(check(second)).isEqualTo(ExitCode.DONE);
    var after = agency.find(second);
    assertThat(after.remoteId()).isNull();
    assertThat(after.health()).isEqualTo(AccountHealth.HARD_BLOCK);
    assertThat(after.healthMessage()).contains("account 'holder' already");
  }

  @Test
  void theServerIsKnownToAnswer() throws UsageException, InterruptedException {
    var account = unconnected("served");
    network.tells(new HealthReport(Health.UNREACHABLE, null, "X can't be reached."));
    check(account);
    assertThat(servers()).containsExactly(false);
    network.tells(new HealthReport(Health.OK, "1", null));
    check(account);
    assertThat(servers()).containsExactly(true);
  }

  @Test
  void oneJobLooksAtAllThatAreWanted() throws UsageException, InterruptedException {
    var accounts = IntStream.range(0, 20).mapToObj(i -> unconnected("many-" + i)).toList();
    accounts.forEach(this::want);
    network.tells(new HealthReport(Health.UNREACHABLE, null, "X can't be reached."));
    assertThat(CheckJob.run(new Environment(agency.environment()), network))
        .isEqualTo(ExitCode.DONE);
    assertThat(accounts)
        .allSatisfy(
            account ->
                assertThat(agency.find(account).health()).isEqualTo(AccountHealth.UNREACHABLE));
    assertThat(wanted()).isEmpty();
  }

  @Test
  void oneThatIsWantedAnewMeanwhileIsLookedAtAgain() throws UsageException, InterruptedException {
    var account = unconnected("rotated");
    var asked = new AtomicInteger();
    network.whenAsked(
        () -> {
          if (asked.incrementAndGet() == 1) {
            database.tenants().run(agency.id(), session -> session.checks().wantAnew(account.id()));
          }
        });
    network.tells(new HealthReport(Health.OK, "4711", null));
    assertThat(check(account)).isEqualTo(ExitCode.DONE);
    assertThat(asked).hasValue(2);
    assertThat(wanted()).isEmpty();
  }

  @Test
  void whatCannotBeReachedIsNotLookedAt() throws UsageException, InterruptedException {
    var account = agency.account(Platform.MASTODON, "bare", "@bare", null, null, "token");
    assertThat(check(account)).isEqualTo(ExitCode.DONE);
    assertThat(agency.find(account).health()).isEqualTo(AccountHealth.UNKNOWN);
    assertThat(wanted()).isEmpty();
  }

  @Test
  void aTokenForAnotherHostIsNotTriedThere() throws UsageException, InterruptedException {
    var account = unconnected("astray");
    agency.bind(account, "elsewhere.example");
    network.whenAsked(
        () -> {
          throw new AssertionError("The network was asked.");
        });
    assertThat(check(account)).isEqualTo(ExitCode.DONE);
    assertThat(agency.find(account).health()).isEqualTo(AccountHealth.UNKNOWN);
    assertThat(wanted()).isEmpty();
  }

  private AccountRow unconnected(String name) {
    return agency.account(Platform.X, name, "@" + name, null, "https://network.example", "token");
  }

  private ExitCode check(AccountRow account) throws UsageException, InterruptedException {
    want(account);
    return CheckJob.run(new Environment(agency.environment()), network);
  }

  private void want(AccountRow account) {
    database.tenants().run(agency.id(), session -> session.checks().want(account.id()));
  }

  private List<WantedCheck> wanted() {
    return database.tenants().in(agency.id(), session -> session.checks().wanted(List.of(), 1000));
  }

  private List<Boolean> servers() {
    return database
        .tenants()
        .in(
            agency.id(),
            session -> session.mcpServers().list().stream().map(row -> row.reachable()).toList());
  }
}
