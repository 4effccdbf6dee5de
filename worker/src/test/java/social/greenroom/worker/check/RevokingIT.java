package social.greenroom.worker.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.network.Platform;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.store.account.AccountHealth;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.stop.NewStop;
import social.greenroom.store.stop.RevocationRow;
import social.greenroom.store.stop.StopRow;
import social.greenroom.store.testing.TestDatabase;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.job.UsageException;
import social.greenroom.worker.testing.Agency;
import social.greenroom.worker.testing.SandboxWorld;

/** Giving tokens back after a panic, at a real OAuth endpoint. */
class RevokingIT {
  private static TestDatabase database;

  @TempDir Path folder;
  private SandboxWorld world;
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
    world = new SandboxWorld();
    var word = "r" + Integer.toHexString(test.getDisplayName().hashCode());
    agency = new Agency(database, word, folder);
  }

  @AfterEach
  void end() {
    world.close();
  }

  @Test
  void aPanicGivesTheAccessBackAndTheAccountHasToBeConnectedAgain() throws Exception {
    var account = world.account(agency, Platform.MASTODON);
    agency.token(account, world.tokenDocument());
    check(account);
    assertThat(agency.find(account).health()).isEqualTo(AccountHealth.OK);

    var panic = panic(account);
    check(account);

    assertThat(revocations(panic)).extracting(RevocationRow::state).containsExactly("done");
    assertThat(agency.find(account).health()).isEqualTo(AccountHealth.HARD_BLOCK);
    check(account);
    assertThat(agency.find(account).healthMessage()).contains("connect the account again");
  }

  @Test
  void whatTheNetworkDoesntAnswerIsTriedAgain() throws Exception {
    var account = world.account(agency, Platform.MASTODON);
    agency.token(account, world.tokenDocument());
    var panic = panic(account);
    world.fault(Platform.MASTODON, "authorize", "reset", 0);
    check(account);
    assertThat(revocations(panic))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.state()).isEqualTo("due");
              assertThat(row.tries()).isEqualTo(1);
              assertThat(row.detail()).contains("Mastodon");
            });
    agency.waitedForRevocations();
    check(account);
    assertThat(revocations(panic)).extracting(RevocationRow::state).containsExactly("done");
  }

  @Test
  void whereTheAppIsntKnownAPersonIsToldWhereToEndIt() throws Exception {
    var account = world.account(agency, Platform.MASTODON);
    var panic = panic(account);
    check(account);
    assertThat(revocations(panic))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.state()).isEqualTo("impossible");
              assertThat(row.detail()).contains("authorised apps");
            });
  }

  @Test
  void whoGoesOnInTimeKeepsTheAccess() throws Exception {
    var account = world.account(agency, Platform.MASTODON);
    agency.token(account, world.tokenDocument());
    var panic = panic(account);
    agency.act(
        session -> {
          session.stops().lift(panic.id(), "Owner", agency.tenant().ownerId());
          session.revocations().cancel(panic.id());
        });
    check(account);
    assertThat(revocations(panic)).extracting(RevocationRow::state).containsExactly("cancelled");
    assertThat(agency.find(account).health()).isEqualTo(AccountHealth.OK);
  }

  private StopRow panic(AccountRow account) {
    var talent = agency.tenant().talentId();
    return database
        .tenants()
        .in(
            agency.id(),
            session -> {
              var stop =
                  session
                      .stops()
                      .set(
                          new NewStop(
                              talent,
                              null,
                              "panic",
                              StopPolicy.HOLD_AND_DRAIN,
                              "",
                              "Owner",
                              agency.tenant().ownerId()));
              session.revocations().plan(stop.id(), List.of(account), Duration.ZERO);
              return stop;
            });
  }

  private List<RevocationRow> revocations(StopRow stop) {
    return database.tenants().in(agency.id(), session -> session.revocations().of(stop.id()));
  }

  private void check(AccountRow account) throws UsageException, InterruptedException {
    agency.act(session -> session.checks().want(account.id()));
    CheckJob.run(UUID.randomUUID(), new Environment(agency.environment()));
  }
}
