package social.greenroom.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

/** Of two transactions that wait for each other PostgreSQL ends one; its caller may try again. */
class DeadlockIT {
  private static TestDatabase database;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void theOneThatIsEndedIsWorthTryingAgain() throws Exception {
    var tenant = database.seedTenant("deadlock");
    var one = tenant.waiting("One.").id();
    var other = tenant.waiting("Other.").id();
    var bothHold = new CyclicBarrier(2);
    var first = CompletableFuture.supplyAsync(() -> locks(tenant, one, other, bothHold));
    var second = CompletableFuture.supplyAsync(() -> locks(tenant, other, one, bothHold));
    CompletableFuture.allOf(first, second).get(60, TimeUnit.SECONDS);
    assertThat(Stream.of(first.join(), second.join()).flatMap(Optional::stream).toList())
        .singleElement()
        .isInstanceOf(DatabaseUnavailableException.class);
  }

  /** What it ended with. */
  private static Optional<RuntimeException> locks(
      SeededTenant tenant, UUID mine, UUID yours, CyclicBarrier bothHold) {
    try {
      database
          .tenants()
          .run(
              tenant.id(),
              session -> {
                session.desk().lock(mine);
                await(bothHold);
                session.desk().lock(yours);
              });
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("Nobody else came.", e);
    }
  }
}
