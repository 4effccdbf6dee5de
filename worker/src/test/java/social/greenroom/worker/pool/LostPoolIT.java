package social.greenroom.worker.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.greenroom.core.network.Platform;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.AttemptRow;
import social.greenroom.store.publish.SenderRow;
import social.greenroom.store.testing.TestDatabase;
import social.greenroom.worker.testing.Agency;
import social.greenroom.worker.testing.HoldingProxy;
import social.greenroom.worker.testing.SandboxWorld;

/**
 * A process of the pool is stopped or killed between what it wrote down and the socket, and another
 * goes on.
 */
class LostPoolIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static TestDatabase database;
  private static SandboxWorld world;

  @TempDir Path folder;
  private final List<Process> pools = new ArrayList<>();
  private Agency agency;

  @BeforeAll
  static void start() {
    world = new SandboxWorld();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @BeforeEach
  void clear() {
    database = TestDatabase.create();
    world.clear();
    agency = new Agency(database, "pooled", folder);
  }

  @AfterEach
  void end() throws InterruptedException {
    for (var pool : pools) {
      pool.destroyForcibly().waitFor();
    }
    database.close();
  }

  @ParameterizedTest
  @CsvSource({
    "X,TWITTER_CREATION_OF_A_POST",
    "MASTODON,POST /mastodon/api/v1/statuses",
  })
  void oneThatSleptThroughItsTakeoverSendsAllTheSameAndThatIsFound(
      Platform platform, String publishCall) throws Exception {
    try (var proxy = HoldingProxy.beforeRequest(world.address(), publishCall)) {
      var variant = heldBeforeTheCall(platform, proxy);
      var sleeper = pools.get(0);
      var sender = sender();
      signal("STOP", sleeper);
      startPool();
      await().atMost(SOON).until(() -> agency.state(variant) == VariantState.UNKNOWN);
      await().atMost(SOON).until(() -> database.app().senders().open().size() == 2);

      proxy.letGo();
      signal("CONT", sleeper);
      await().atMost(SOON).until(() -> world.timeline(platform).size() == 1);
      died(sleeper, sender);

      await().atMost(SOON).until(() -> agency.state(variant) == VariantState.PUBLISHED);
      assertThat(agency.attempts(variant)).hasSize(1);
      assertThat(world.timeline(platform)).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "X,TWITTER_CREATION_OF_A_POST",
    "MASTODON,POST /mastodon/api/v1/statuses",
  })
  void whatOneThatWasKilledHadNotSentIsSentByAnother(Platform platform, String publishCall)
      throws Exception {
    try (var proxy = HoldingProxy.before(world.address(), publishCall)) {
      var variant = heldBeforeTheCall(platform, proxy);
      died(pools.get(0), sender());
      proxy.answerAll();
      startPool();

      await().atMost(SOON).until(() -> agency.state(variant) == VariantState.APPROVED);
      assertThat(world.timeline(platform)).isEmpty();
      agency.waited(variant);
      agency.act(session -> session.planning().queueForPool(Instant.now(), 100));

      await().atMost(SOON).until(() -> agency.state(variant) == VariantState.PUBLISHED);
      assertThat(agency.attempts(variant))
          .extracting(AttemptRow::outcome)
          .containsExactly("unknown", "published");
      assertThat(world.timeline(platform)).hasSize(1);
    }
  }

  /**
   * A post whose attempt is written down, by a pool that is held before the network hears of it.
   */
  private VariantRow heldBeforeTheCall(Platform platform, HoldingProxy proxy) throws Exception {
    var account = world.account(agency, platform, proxy.address());
    var variant = agency.approved(account, "Asleep on the way to the stage", Instant.now());
    agency.act(session -> session.planning().queueForPool(Instant.now(), 100));
    startPool();
    await().atMost(SOON).until(proxy::holds);
    assertThat(agency.attempts(variant)).extracting(AttemptRow::outcome).contains("sending");
    return variant;
  }

  private void startPool() throws Exception {
    var environment = new HashMap<>(agency.environment());
    environment.put("GREENROOM_DB_POOL_PASSWORD", String.valueOf(database.passwords().pool()));
    environment.put("GREENROOM_DB_URL", database.jdbcUrl());
    environment.put("GREENROOM_KEY_FILE", folder.resolve("deployment.key").toString());
    var log = new File(folder.toFile(), "pool" + pools.size() + ".log");
    pools.add(SandboxPool.start(environment, log));
  }

  private static SenderRow sender() {
    return database.app().senders().open().get(0);
  }

  /** It is killed, and whoever watches processes sees it. */
  private static void died(Process pool, SenderRow sender) throws InterruptedException {
    pool.destroyForcibly().waitFor();
    database.app().senders().ended(sender);
  }

  private static void signal(String name, Process process) throws Exception {
    var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }
}
