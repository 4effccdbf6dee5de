package social.greenroom.worker.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.greenroom.core.network.Platform;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.AttemptRow;
import social.greenroom.store.testing.TestDatabase;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.testing.Agency;
import social.greenroom.worker.testing.HoldingProxy;
import social.greenroom.worker.testing.SandboxWorld;

/**
 * A worker's process is stopped between what it wrote down and the network, loses its claim to
 * another, and is woken.
 */
class StoppedWorkerIT {
  private static TestDatabase database;
  private static SandboxWorld world;

  @TempDir Path folder;
  private Agency agency;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    world = new SandboxWorld();
  }

  @AfterAll
  static void stop() {
    world.close();
    database.close();
  }

  @BeforeEach
  void clear() {
    world.clear();
  }

  @ParameterizedTest
  @CsvSource({
    "X,TWITTER_CREATION_OF_A_POST,PUBLISHED",
    "MASTODON,POST /mastodon/api/v1/statuses,PUBLISHED",
    "LINKEDIN,LINKEDIN_CREATE_LINKED_IN_POST,UNKNOWN",
  })
  void whatReachesTheNetworkAfterItsTakeoverIsSentOnceAndFound(
      Platform platform, String publishCall, VariantState end) throws Exception {
    agency = new Agency(database, "stopped" + platform.ordinal(), folder);
    try (var proxy = HoldingProxy.beforeRequest(world.address(), publishCall)) {
      var account = world.account(agency, platform, proxy.address());
      var variant = agency.approved(account, "Asleep on the way to the stage", Instant.now());
      var log = new File(folder.toFile(), "log");
      var child = SandboxSender.start(agency.dispatch(Instant.now()), agency.environment(), log);
      try {
        await().atMost(Duration.ofSeconds(40)).until(() -> proxy.holds() || !child.isAlive());
        assertThat(child.isAlive()).as(Files.readString(log.toPath())).isTrue();
        assertThat(agency.attempts(variant)).extracting(AttemptRow::outcome).contains("sending");
        signal("STOP", child);
        takeOver(variant, platform);

        proxy.letGo();
        signal("CONT", child);

        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> world.timeline(platform).size() == 1 || !child.isAlive());
        assertThat(world.timeline(platform)).as(Files.readString(log.toPath())).hasSize(1);
        publish();
        assertThat(agency.state(variant)).isEqualTo(end);
        assertThat(agency.attempts(variant)).hasSize(1);
        assertThat(world.timeline(platform)).hasSize(1);
      } finally {
        child.destroyForcibly().waitFor();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "X,TWITTER_CREATION_OF_A_POST",
    "MASTODON,POST /mastodon/api/v1/statuses",
    "LINKEDIN,LINKEDIN_CREATE_LINKED_IN_POST",
  })
  void onItsWayToTheCallItLooksOnceMoreAndSendsNothing(Platform platform, String publishCall)
      throws Exception {
    agency = new Agency(database, "late" + platform.ordinal(), folder);
    try (var proxy = HoldingProxy.before(world.address(), publishCall)) {
      var account = world.account(agency, platform, proxy.address());
      var variant = agency.approved(account, "Overslept in the wings", Instant.now());
      var log = new File(folder.toFile(), "log");
      var child = SandboxSender.start(agency.dispatch(Instant.now()), agency.environment(), log);
      try {
        await().atMost(Duration.ofSeconds(40)).until(() -> proxy.holds() || !child.isAlive());
        assertThat(child.isAlive()).as(Files.readString(log.toPath())).isTrue();
        signal("STOP", child);
        takeOver(variant, platform);

        proxy.answerAll();
        signal("CONT", child);

        assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(world.timeline(platform)).as(Files.readString(log.toPath())).isEmpty();
        assertThat(agency.find(variant).scheduleReason()).contains("lost it before it called");
        assertThat(agency.state(variant)).isEqualTo(VariantState.APPROVED);
        agency.waited(variant);
        publish();
        assertThat(agency.state(variant)).isEqualTo(VariantState.PUBLISHED);
        assertThat(world.timeline(platform)).hasSize(1);
      } finally {
        child.destroyForcibly().waitFor();
      }
    }
  }

  /** Others look, again and again, and nobody sends while the first may still do so. */
  private void takeOver(VariantRow variant, Platform platform) throws Exception {
    await().until(() -> !orphans().isEmpty());
    for (int i = 0; i < 3; i++) {
      publish();
      assertThat(agency.state(variant)).isEqualTo(VariantState.UNKNOWN);
    }
    assertThat(world.timeline(platform)).isEmpty();
  }

  private void publish() throws Exception {
    SandboxSender.run(agency.dispatch(Instant.now()), new Environment(agency.environment()));
  }

  private List<?> orphans() {
    return database
        .tenants()
        .in(agency.id(), session -> session.claims().orphaned(SandboxSender.PACE.orphanedAfter()));
  }

  private static void signal(String name, Process process) throws Exception {
    var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }
}
