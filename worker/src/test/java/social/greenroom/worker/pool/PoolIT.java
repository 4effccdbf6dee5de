package social.greenroom.worker.pool;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import social.greenroom.store.database.DatabaseConfig;
import social.greenroom.store.testing.TestDatabase;
import social.greenroom.worker.testing.CutLine;

class PoolIT {
  private static final Duration OFTEN = Duration.ofMillis(100);

  /** Longer than a connection is waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static TestDatabase database;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  /** A probe would have it started anew, and what it knows of its calls would be lost. */
  @Test
  void whereTheDatabaseIsAwayItDoesntCountAsHanging() throws Exception {
    try (var line = new CutLine(database.jdbcUrl())) {
      var config =
          DatabaseConfig.pool(
              line.jdbcUrl(), Objects.requireNonNull(database.passwords().pool()), 2);
      var work = database.open(config).work();
      line.cut();
      // It finds nothing to send, so it asks for no tenant and has nothing to settle.
      var pool = new Pool(work, null, null, new PoolSettings(1, 1, OFTEN, OFTEN, OFTEN));
      var thread = new Thread(() -> runUntilTold(pool));
      thread.start();
      await().atMost(PATIENCE).until(() -> line.turnedAway() > 0);

      var before = pool.sinceLook();
      await().atMost(PATIENCE).until(() -> pool.sinceLook().compareTo(before) < 0);

      pool.leave();
      thread.join();
    }
  }

  private static void runUntilTold(Pool pool) {
    try {
      pool.run(() -> {});
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
