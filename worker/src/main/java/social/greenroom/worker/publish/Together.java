package social.greenroom.worker.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.greenroom.store.database.DatabaseUnavailableException;

/**
 * Does in one go what many threads ask for at the same time. Whose turn it is does it for all who
 * asked until then; who asks meanwhile gathers for the next turn. One who asks alone doesn't wait.
 *
 * @param <Q> what is asked
 * @param <A> the answer
 */
final class Together<Q, A> {
  /** One transaction for more would keep the first of them waiting for the last. */
  private static final int MOST = 64;

  private final Function<List<Q>, List<A>> work;
  private final ConcurrentLinkedQueue<Asked<Q, A>> gathered = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock(true);

  /**
   * @param work answers in the order of what is asked, or does nothing at all and throws: then each
   *     is tried alone, for one may have spoilt it for the others
   */
  Together(Function<List<Q>, List<A>> work) {
    this.work = work;
  }

  /**
   * The answer. Not to be interrupted, as what it does isn't.
   *
   * @throws RuntimeException what the work threw when it was asked for this alone
   */
  A ask(Q question) {
    var mine = new Asked<Q, A>(question);
    gathered.add(mine);
    turn.lock();
    try {
      while (mine.answer == null) {
        answer(next());
      }
    } finally {
      turn.unlock();
    }
    return mine.answer.get();
  }

  /** How many wait for the next turn. */
  int gathered() {
    return gathered.size();
  }

  private List<Asked<Q, A>> next() {
    var next = new ArrayList<Asked<Q, A>>();
    for (var one = gathered.poll();
        one != null;
        one = next.size() < MOST ? gathered.poll() : null) {
      next.add(one);
    }
    return next;
  }

  private void answer(List<Asked<Q, A>> asked) {
    try {
      var answers = work.apply(asked.stream().map(one -> one.question).toList());
      for (int i = 0; i < asked.size(); i++) {
        var answer = answers.get(i);
        asked.get(i).answer = () -> answer;
      }
    } catch (DatabaseUnavailableException e) {
      // Alone they wouldn't fare better, and each would wait for it.
      asked.forEach(one -> one.fail(e));
    } catch (RuntimeException e) {
      if (asked.size() == 1) {
        asked.get(0).fail(e);
      } else {
        asked.forEach(one -> answer(List.of(one)));
      }
    } catch (Error e) {
      asked.forEach(one -> one.fail(new IllegalStateException(e)));
      throw e;
    }
  }

  private static final class Asked<Q, A> {
    private final Q question;
    private @Nullable Answer<A> answer;

    private Asked(Q question) {
      this.question = question;
    }

    private void fail(RuntimeException e) {
      answer =
          () -> {
            throw e;
          };
    }
  }

  private interface Answer<A> {
    A get();
  }
}
