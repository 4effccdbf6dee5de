package social.greenroom.worker.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
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
  void whoseAccountItIsTheNetworkTells() throws UsageException {
    var account = unconnected("new");
    network.tells(new HealthReport(Health.OK, "4711", null));
    assertThat(check(account)).isEqualTo(ExitCode.DONE);
    var after = agency.find(account);
    assertThat(after.remoteId()).isEqualTo("4711");
    assertThat(after.connectedAt()).isNotNull();
    assertThat(after.health()).isEqualTo(AccountHealth.OK);
  }

  @Test
  void anIdThatIsFixedStays() throws UsageException {
    var account = agency.account(Platform.X, "fixed", "https://network.example", "token");
    network.tells(new HealthReport(Health.HARD_BLOCK, "another", "It opens another account."));
    assertThat(check(account)).isEqualTo(ExitCode.DONE);
    var after = agency.find(account);
    assertThat(after.remoteId()).isEqualTo("remote-fixed");
    assertThat(after.health()).isEqualTo(AccountHealth.HARD_BLOCK);
    assertThat(after.healthMessage()).isEqualTo("It opens another account.");
  }

  @Test
  void anAccountOfTheNetworkIsOneAccountHere() throws UsageException {
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
  void theServerIsKnownToAnswer() throws UsageException {
    var account = unconnected("served");
    network.tells(new HealthReport(Health.UNREACHABLE, null, "X can't be reached."));
    check(account);
    assertThat(servers()).containsExactly(false);
    network.tells(new HealthReport(Health.OK, "1", null));
    check(account);
    assertThat(servers()).containsExactly(true);
  }

  private AccountRow unconnected(String name) {
    return agency.account(Platform.X, name, "@" + name, null, "https://network.example", "token");
  }

  private ExitCode check(AccountRow account) throws UsageException {
    return CheckJob.run(account.id(), new Environment(agency.environment()), network);
  }

  private List<Boolean> servers() {
    return database
        .tenants()
        .in(
            agency.id(),
            session -> session.mcpServers().list().stream().map(row -> row.reachable()).toList());
  }
}
