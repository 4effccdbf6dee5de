package social.greenroom.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import social.greenroom.store.database.DatabaseUnavailableException;

class DatabaseClockTest {
  private static final Instant NEW_YEAR = Instant.parse("2031-01-01T00:00:00Z");

  @Test
  void itTellsTheDatabasesTimeAndNotTheMachines() throws InterruptedException {
    try (var clock = DatabaseClock.of(() -> NEW_YEAR, Duration.ofHours(1))) {
      var first = clock.instant();
      assertThat(first).isBetween(NEW_YEAR, NEW_YEAR.plusSeconds(20));
      var counted = System.nanoTime();
      await().until(() -> System.nanoTime() - counted > 20_000_000);
      assertThat(clock.instant()).isAfter(first.plusMillis(19));
    }
  }

  @Test
  void itFollowsTheDatabaseAndCountsOnWhileThatIsAway() {
    var told = new AtomicReference<>(NEW_YEAR);
    try (var clock =
        DatabaseClock.of(
            () -> {
              if (told.get() == null) {
                throw new DatabaseUnavailableException(new IllegalStateException("It is away."));
              }
              return told.get();
            },
            Duration.ofMillis(5))) {
      told.set(null);
      assertThat(clock.instant()).isAfterOrEqualTo(NEW_YEAR);
      told.set(NEW_YEAR.plusSeconds(3_600));
      await().until(() -> clock.instant().isAfter(NEW_YEAR.plusSeconds(3_599)));
    }
  }
}
