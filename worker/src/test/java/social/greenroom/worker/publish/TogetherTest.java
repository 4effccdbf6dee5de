package social.greenroom.worker.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import social.greenroom.store.database.DatabaseUnavailableException;

class TogetherTest {
  private final List<List<Integer>> goes = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch firstMayEnd = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    firstMayEnd.countDown();
    threads.shutdownNow();
  }

  @Test
  void whoAsksWhileOthersAreAnsweredIsAnsweredWithThoseWhoGatheredMeanwhile() {
    var together = new Together<Integer, Integer>(this::squares);
    var first = ask(together, 1);
    await().until(() -> goes.size() == 1);
    var others = IntStream.rangeClosed(2, 9).mapToObj(i -> ask(together, i)).toList();
    await().until(() -> together.gathered() == 8);
    firstMayEnd.countDown();

    assertThat(first.join()).isEqualTo(1);
    assertThat(others)
        .extracting(CompletableFuture::join)
        .containsExactly(4, 9, 16, 25, 36, 49, 64, 81);
    assertThat(goes.stream().mapToInt(List::size).sum()).isEqualTo(9);
    assertThat(goes).hasSize(2);
  }

  @Test
  void whatOneSpoilsForTheOthersIsTriedOneByOne() {
    var together = new Together<Integer, Integer>(asked -> refusing(asked, 3));
    var first = ask(together, 1);
    await().until(() -> goes.size() == 1);
    var good = ask(together, 2);
    var bad = ask(together, 3);
    await().until(() -> together.gathered() == 2);
    firstMayEnd.countDown();

    assertThat(first.join()).isEqualTo(1);
    assertThat(good.join()).isEqualTo(4);
    assertThatThrownBy(bad::join).hasCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whereTheDatabaseIsAwayNobodyIsTriedAgain() {
    var together =
        new Together<Integer, Integer>(
            asked -> {
              if (asked.contains(1)) {
                return squares(asked);
              }
              goes.add(asked);
              throw new DatabaseUnavailableException(new IllegalStateException("away"));
            });
    var first = ask(together, 1);
    await().until(() -> goes.size() == 1);
    var others = List.of(ask(together, 2), ask(together, 3));
    await().until(() -> together.gathered() == 2);
    firstMayEnd.countDown();

    assertThat(first.join()).isEqualTo(1);
    for (var other : others) {
      assertThatThrownBy(other::join).hasCauseInstanceOf(DatabaseUnavailableException.class);
    }
    assertThat(goes.stream().flatMap(List::stream)).containsExactlyInAnyOrder(1, 2, 3);
  }

  private CompletableFuture<Integer> ask(Together<Integer, Integer> together, int number) {
    return CompletableFuture.supplyAsync(() -> together.ask(number), threads);
  }

  private List<Integer> refusing(List<Integer> asked, int bad) {
    if (asked.contains(bad)) {
      throw new IllegalArgumentException("spoilt");
    }
    return squares(asked);
  }

  private List<Integer> squares(List<Integer> asked) {
    goes.add(asked);
    if (asked.contains(1)) {
      try {
        firstMayEnd.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return asked.stream().map(number -> number * number).toList();
  }
}
