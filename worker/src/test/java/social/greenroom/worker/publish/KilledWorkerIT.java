package social.greenroom.worker.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.network.Platform;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.testing.TestDatabase;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.testing.Agency;
import social.greenroom.worker.testing.FileNetwork;
import social.greenroom.worker.testing.FileNetwork.Manner;

/** A worker's process is killed with SIGKILL between the attempt and its outcome. */
class KilledWorkerIT {
  private static TestDatabase database;

  @TempDir Path folder;
  private Agency agency;
  private FileNetwork network;

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
    var word = "k" + Integer.toHexString(test.getDisplayName().hashCode());
    agency = new Agency(database, word, folder);
    network = new FileNetwork(folder.resolve("timeline"), Manner.ACCEPTS);
  }

  @Test
  void killedAfterTheNetworkAcceptedItIsFoundAndNotSentAgain() throws Exception {
    var variant = agency.approved(account(Platform.X), "Out, but nobody knows", Instant.now());
    var killed = killMidway(Manner.HANGS_AFTER_ACCEPTING);
    assertThat(agency.state(variant)).isEqualTo(VariantState.PUBLISHING);

    agency.ended(killed);
    publish();

    assertThat(agency.state(variant)).isEqualTo(VariantState.PUBLISHED);
    assertThat(network.posts()).hasSize(1);
  }

  @Test
  void killedBeforeTheNetworkAcceptedItIsSentOnceItsEndIsKnown() throws Exception {
    var variant = agency.approved(account(Platform.X), "Never arrived", Instant.now());
    var killed = killMidway(Manner.HANGS_BEFORE_ACCEPTING);

    publish();
    assertThat(agency.state(variant)).isEqualTo(VariantState.UNKNOWN);
    assertThat(network.posts()).isEmpty();

    agency.ended(killed);
    publish();
    assertThat(agency.state(variant)).isEqualTo(VariantState.APPROVED);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              publish();
              return agency.state(variant) == VariantState.PUBLISHED;
            });
    assertThat(network.posts()).hasSize(1);
  }

  @Test
  void whereNothingCanBeReadAPersonDecides() throws Exception {
    var variant = agency.approved(account(Platform.LINKEDIN), "Who knows", Instant.now());
    var killed = killMidway(Manner.HANGS_AFTER_ACCEPTING);
    agency.ended(killed);
    publish();
    publish();
    assertThat(agency.state(variant)).isEqualTo(VariantState.UNKNOWN);
    assertThat(network.posts()).hasSize(1);
  }

  private UUID killMidway(Manner manner) throws Exception {
    var dispatch = agency.dispatch(Instant.now());
    var child = child(dispatch, manner);
    try {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> Files.exists(folder.resolve("hanging")) || !child.isAlive());
      assertThat(child.isAlive()).as(Files.readString(folder.resolve("log"))).isTrue();
    } finally {
      child.destroyForcibly().waitFor();
    }
    await().until(() -> !orphans().isEmpty());
    return dispatch;
  }

  private Process child(UUID dispatch, Manner manner) throws Exception {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ChildPublisher.class.getName(),
            dispatch.toString(),
            network.timeline().toString(),
            manner.name());
    builder.environment().putAll(agency.environment());
    var log = new File(folder.toFile(), "log");
    return builder.redirectErrorStream(true).redirectOutput(log).start();
  }

  private void publish() throws Exception {
    PublishJob.run(
        agency.dispatch(Instant.now()),
        new Environment(agency.environment()),
        network,
        ChildPublisher.SETTINGS);
  }

  private List<?> orphans() {
    return database
        .tenants()
        .in(
            agency.id(),
            session -> session.claims().orphaned(ChildPublisher.SETTINGS.orphanedAfter()));
  }

  private AccountRow account(Platform platform) {
    return agency.account(platform, platform.wireName(), "https://network.example", "token");
  }
}
