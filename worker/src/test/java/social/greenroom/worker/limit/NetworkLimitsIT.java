package social.greenroom.worker.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.channel.PublishOutcome.NotSent;
import social.greenroom.core.channel.PublishOutcome.RateLimited;
import social.greenroom.core.limit.Circuit;
import social.greenroom.core.limit.RateWindow.Scope;
import social.greenroom.core.network.Platform;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.Database;
import social.greenroom.store.testing.TestDatabase;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.job.JobDatabase;
import social.greenroom.worker.testing.Agency;

/** What is kept of calls, and whom it holds, with a tenant's own login. */
class NetworkLimitsIT {
  private static final NetworkLimits LIMITS = new NetworkLimits(account -> List.of());

  private static TestDatabase database;

  @TempDir Path folder;
  private Agency agency;
  private AccountRow one;
  private AccountRow other;

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
        new Agency(database, "t" + Integer.toHexString(test.getDisplayName().hashCode()), folder);
    one = agency.account(Platform.X, "one", "https://network.example", "token");
    other = agency.account(Platform.X, "other", "https://network.example", "token");
  }

  @Test
  void aSenderThatWokeTooLateSaysNothingOfTheNetwork() throws Exception {
    keep(Circuit.THRESHOLD, NotSent.uncalled("Its sender lost it."));
    assertThat(held()).isEmpty();
  }

  @Test
  void norDoesItCloseWhatIsOpen() throws Exception {
    keep(Circuit.THRESHOLD, new NotSent("Nobody answered."));
    assertThat(held()).containsExactlyInAnyOrder(one.id(), other.id());
    keep(1, NotSent.uncalled("Its sender lost it."));
    assertThat(held()).containsExactlyInAnyOrder(one.id(), other.id());
  }

  @Test
  void whatTheNetworkCountsPerAccountHoldsThatAccount() throws Exception {
    keep(1, new RateLimited(Instant.now().plusSeconds(600), "Too many posts."));
    assertThat(held()).containsExactly(one.id());
  }

  @Test
  void whatTheServerCountsHoldsAllThatAreReachedThroughIt() throws Exception {
    keep(1, new RateLimited(Instant.now().plusSeconds(600), "Too many calls.", Scope.APP));
    assertThat(held()).containsExactlyInAnyOrder(one.id(), other.id());
  }

  private void keep(int times, PublishOutcome outcome) throws Exception {
    try (var login = login()) {
      var call = new Returned(one.id(), outcome, List.of(), null);
      login
          .tenants()
          .run(
              agency.id(),
              session -> LIMITS.keep(session, Collections.nCopies(times, call), session.now()));
    }
  }

  private Set<UUID> held() throws Exception {
    try (var login = login()) {
      return login
          .tenants()
          .in(agency.id(), session -> session.limits().of(List.of(one.id(), other.id())))
          .keySet();
    }
  }

  private Database login() throws Exception {
    return JobDatabase.open(new Environment(agency.environment()), 1);
  }
}
