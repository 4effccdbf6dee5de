package social.greenroom.worker.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.channel.PublishCommand;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.store.stop.NewStop;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.job.ExitCode;
import social.greenroom.worker.testing.Agency;
import social.greenroom.worker.testing.FakeNetwork;

/** The panic switch against a publisher that is in the middle of hundreds of posts. */
class StopUnderLoadIT {
  private static final int ACCOUNTS = 120;
  private static final int BEFORE = 30;
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  @TempDir Path folder;
  private final FakeNetwork network = new FakeNetwork();
  private TestDatabase database;
  private Agency agency;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    agency = new Agency(database, "busy", folder);
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void nothingNewStartsWithinASecondAndEverybodyElsesPostsGoOn() throws Exception {
    var panicking = agency.talent("panicking");
    var calm = agency.talent("calm");
    for (int i = 0; i < ACCOUNTS; i++) {
      due(panicking, "panicking" + i);
      due(calm, "calm" + i);
      network.next(this::slowly);
      network.next(this::slowly);
    }
    var dispatch = agency.dispatch(Instant.now());
    var run = CompletableFuture.supplyAsync(() -> publish(dispatch));
    await().atMost(Duration.ofSeconds(30)).until(() -> network.posts().size() >= BEFORE);

    var stoppedAt = panic(panicking);
    assertThat(run.get(2, TimeUnit.MINUTES)).isEqualTo(ExitCode.DONE);

    var begun = count("talent_id = ?", panicking.talentId());
    assertThat(begun).as("of the talent who stopped").isPositive().isLessThan(ACCOUNTS);
    assertThat(
            count(
                "talent_id = ? and started_at > ?",
                panicking.talentId(),
                Timestamp.from(stoppedAt.plus(AT_ONCE))))
        .as("begun later than a second after the stop")
        .isZero();
    assertThat(count("outcome = 'sending'")).as("without an outcome").isZero();
    assertThat(count("outcome = 'published' and talent_id = ?", panicking.talentId()))
        .as("in flight when it was stopped, and written down")
        .isEqualTo(begun);
    assertThat(count("outcome = 'published' and talent_id = ?", calm.talentId()))
        .as("of the other talent in the same Job")
        .isEqualTo(ACCOUNTS);
    assertThat(network.posts()).hasSize(ACCOUNTS + begun);
  }

  private void due(SeededTenant talent, String name) {
    var account = talent.addAccount(name);
    agency.connect(account);
    talent.approve(
        talent.submit(talent.draft(account, "remote-" + name, "Hello from " + name)),
        Instant.now());
  }

  /** As a network does that takes a while. */
  private PublishOutcome slowly(PublishCommand command) {
    try {
      boolean never = new CountDownLatch(1).await(40, TimeUnit.MILLISECONDS);
      assertThat(never).isFalse();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return network.accept(command);
  }

  /** Returns when the stop was committed, by the database's clock. */
  private Instant panic(SeededTenant talent) throws SQLException {
    agency.act(
        session ->
            session
                .stops()
                .set(
                    new NewStop(
                        talent.talentId(),
                        null,
                        "panic",
                        StopPolicy.HOLD_AND_DRAIN,
                        "",
                        "Panicking",
                        talent.ownerId())));
    try (var connection = database.superuser().getConnection();
        var statement = connection.createStatement();
        var now = statement.executeQuery("select clock_timestamp()")) {
      now.next();
      return now.getTimestamp(1).toInstant();
    }
  }

  private int count(String condition, Object... values) throws SQLException {
    var attempts =
        """
        select count(*) from (select a.outcome, a.started_at, v.talent_id from greenroom.attempt a
          join greenroom.variant v on v.tenant_id = a.tenant_id and v.id = a.variant_id) attempt
        where %s
        """;
    try (var connection = database.superuser().getConnection();
        var statement = connection.prepareStatement(attempts.formatted(condition))) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  private ExitCode publish(UUID dispatch) {
    try {
      return PublishJob.run(
          dispatch, new Environment(agency.environment()), network, PublishSettings.DEFAULT);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
