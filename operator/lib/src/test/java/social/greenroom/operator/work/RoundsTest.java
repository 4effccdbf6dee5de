package social.greenroom.operator.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private static final Duration LONG = Duration.ofHours(1);

  @Test
  void aWakeMakesARound() {
    var rounds = new AtomicInteger();
    try (var work = new Rounds("test", () -> counted(rounds, LONG))) {
      work.start();
      await().until(() -> rounds.get() == 1);
      work.wake();
      await().until(() -> rounds.get() == 2);
    }
  }

  @Test
  void aWakeDuringARoundIsNotLost() throws InterruptedException {
    var inside = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var rounds = new AtomicInteger();
    try (var work =
        new Rounds(
            "test",
            () -> {
              inside.countDown();
              waitFor(goOn);
              return counted(rounds, LONG);
            })) {
      work.start();
      assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
      work.wake();
      work.wake();
      goOn.countDown();
      await().until(() -> rounds.get() == 2);
    }
  }

  @Test
  void anErrorIsTriedAgainToo() {
    var rounds = new AtomicInteger();
    try (var work =
        new Rounds(
            "test",
            () -> {
              if (rounds.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("a library that isn't there");
              }
              return LONG;
            })) {
      work.start();
      await().until(() -> rounds.get() == 2);
    }
  }

  @Test
  void aFailureIsTriedAgain() {
    var rounds = new AtomicInteger();
    try (var work =
        new Rounds(
            "test",
            () -> {
              if (rounds.incrementAndGet() == 1) {
                throw new IllegalStateException("the database is away");
              }
              return LONG;
            })) {
      work.start();
      await().until(() -> rounds.get() == 2);
    }
  }

  private static Duration counted(AtomicInteger rounds, Duration pause) {
    rounds.incrementAndGet();
    return pause;
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
