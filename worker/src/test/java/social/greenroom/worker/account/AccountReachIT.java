package social.greenroom.worker.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.channel.AccountAccess;
import social.greenroom.core.network.Platform;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.testing.TestDatabase;
import social.greenroom.store.vault.DataKey;
import social.greenroom.worker.testing.Agency;

/** A token is opened for the host it was kept for, and for no other. */
class AccountReachIT {
  private static TestDatabase database;

  @TempDir Path folder;
  private Agency agency;
  private AccountReach reach;

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
        new Agency(database, "r" + Integer.toHexString(test.getDisplayName().hashCode()), folder);
    reach =
        new AccountReach(
            agency.id(), DataKey.decode(agency.environment().get("GREENROOM_DATA_KEY")));
  }

  @Test
  void aTokenGoesToTheHostItIsFor() {
    var account =
        agency.account(Platform.MASTODON, "m", "https://Mastodon.Example:8443/x", "token");
    agency.bind(account, "mastodon.example");
    assertThat(of(account)).map(AccountAccess::secret).contains("token");
    assertThat(astray(account)).isFalse();
  }

  @Test
  void aTokenThatNobodyBoundGoesWhereTheAccountIs() {
    var account = agency.account(Platform.MASTODON, "m", "https://mastodon.example", "token");
    assertThat(of(account)).map(AccountAccess::secret).contains("token");
  }

  @Test
  void aTokenForAnotherHostIsNotOpenedForAnInstance() {
    var account =
        agency.account(Platform.MASTODON, "m", "https://mastodon.example@evil.example", "token");
    agency.bind(account, "mastodon.example");
    assertThat(of(account)).isEmpty();
    assertThat(astray(account)).isTrue();
  }

  @Test
  void norForAServerAndThenNoOtherKeyTakesItsPlace() {
    var account = agency.account(Platform.X, "x", "https://mcp.example/x", "token");
    agency.serverKey(Platform.X, "https://moved.example/x", "the server's own");
    agency.bind(account, "mcp.example");
    assertThat(of(account)).isEmpty();

    agency.bind(account, "moved.example");
    assertThat(of(account)).map(AccountAccess::secret).contains("token");
  }

  @Test
  void whatWasTakenBackGoesNowhere() {
    var account = agency.account(Platform.MASTODON, "m", "https://mastodon.example", "token");
    agency.bind(account, "");
    assertThat(of(account)).isEmpty();
  }

  @Test
  void whatLacksAnAddressIsMissingAndNotAstray() {
    var account = agency.account(Platform.MASTODON, "bare", "@bare", null, null, "token");
    agency.bind(account, "mastodon.example");
    assertThat(of(account)).isEmpty();
    assertThat(astray(account)).isFalse();
  }

  private Optional<AccountAccess> of(AccountRow account) {
    return database.tenants().in(agency.id(), session -> reach.of(session, account));
  }

  private boolean astray(AccountRow account) {
    return database
        .tenants()
        .in(agency.id(), session -> AccountReach.astray(session, List.of(account)))
        .contains(account.id());
  }
}
