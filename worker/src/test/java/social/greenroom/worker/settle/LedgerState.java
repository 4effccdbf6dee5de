package social.greenroom.worker.settle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.VariantState;

/**
 * One variant, its attempts, two workers and a network, at one moment of the model. Times are in
 * ticks of {@link LedgerModel#TICK}.
 *
 * @param fence the number of the newest claim
 * @param approved whether its approval stands
 * @param lives what became of the processes so far; a worker that was killed is followed by another
 * @param flying parts of a call that have left their sender and haven't arrived
 * @param posts what the network holds, in the order it took it
 */
record LedgerState(
    VariantState variant,
    int fence,
    boolean approved,
    List<Attempt> attempts,
    List<Life> lives,
    List<Work> workers,
    List<Part> flying,
    List<Part> posts,
    int clock) {

  enum Outcome {
    SENDING,
    PUBLISHED,
    NOT_SENT,
    UNKNOWN,
    SETTLED_PUBLISHED,
    SETTLED_NOT
  }

  /** A row of the ledger; the life is its sender's. */
  record Attempt(int life, int startedAt, boolean approved, Outcome outcome) {}

  /**
   * A process.
   *
   * @param provenDead when its death was known; -1 while it isn't
   */
  record Life(boolean alive, int provenDead) {}

  /** A part of a post: the call of which attempt carried it, and when. */
  record Part(int attempt, int number, int at) {}

  enum At {
    IDLE,
    CLAIMED,
    SENDING,
    ANSWERED,
    OWN_DOUBT,
    WAITING,
    DECIDED
  }

  /**
   * What a worker is at.
   *
   * @param fence of its claim
   * @param attempt that it sends or looks at
   * @param next the part it sends next
   * @param outcome of its call
   * @param time when its call returned, or until when it waits for the network to settle
   */
  record Work(
      int life,
      At at,
      int fence,
      int attempt,
      int next,
      @Nullable Outcome outcome,
      int time,
      @Nullable Verdict verdict) {
    static Work idle(int life) {
      return new Work(life, At.IDLE, 0, -1, 0, null, -1, null);
    }

    Work claimed(int fence) {
      return new Work(life, At.CLAIMED, fence, -1, 0, null, -1, null);
    }

    Work sending(int attempt, int next) {
      return new Work(life, At.SENDING, fence, attempt, next, null, -1, null);
    }

    Work answered(Outcome outcome, int clock) {
      return new Work(life, At.ANSWERED, fence, attempt, 0, outcome, clock, null);
    }

    Work ownDoubt() {
      return new Work(life, At.OWN_DOUBT, 0, attempt, 0, null, time, null);
    }

    Work waiting(int attempt, int until) {
      return new Work(life, At.WAITING, 0, attempt, 0, null, until, null);
    }

    Work decided(int attempt, Verdict verdict) {
      return new Work(life, At.DECIDED, 0, attempt, 0, null, -1, verdict);
    }
  }

  LedgerState become(VariantState next) {
    if (!variant.canBecome(next)) {
      throw new AssertionError("The model takes %s to %s.".formatted(variant, next));
    }
    return new LedgerState(next, fence, approved, attempts, lives, workers, flying, posts, clock);
  }

  LedgerState fenced() {
    return new LedgerState(
        variant, fence + 1, approved, attempts, lives, workers, flying, posts, clock);
  }

  LedgerState withdrawn() {
    return new LedgerState(variant, fence, false, attempts, lives, workers, flying, posts, clock);
  }

  LedgerState begin(Attempt attempt) {
    var all = new ArrayList<>(attempts);
    all.add(attempt);
    return new LedgerState(
        variant, fence, approved, List.copyOf(all), lives, workers, flying, posts, clock);
  }

  LedgerState outcome(int attempt, Outcome outcome) {
    return new LedgerState(
        variant,
        fence,
        approved,
        changed(
            attempts,
            attempt,
            old -> new Attempt(old.life(), old.startedAt(), old.approved(), outcome)),
        lives,
        workers,
        flying,
        posts,
        clock);
  }

  LedgerState life(int life, Life now) {
    return new LedgerState(
        variant,
        fence,
        approved,
        attempts,
        changed(lives, life, old -> now),
        workers,
        flying,
        posts,
        clock);
  }

  LedgerState born() {
    var all = new ArrayList<>(lives);
    all.add(new Life(true, -1));
    return new LedgerState(
        variant, fence, approved, attempts, List.copyOf(all), workers, flying, posts, clock);
  }

  LedgerState work(int worker, Work now) {
    return new LedgerState(
        variant,
        fence,
        approved,
        attempts,
        lives,
        changed(workers, worker, old -> now),
        flying,
        posts,
        clock);
  }

  LedgerState flying(List<Part> parts) {
    return new LedgerState(
        variant, fence, approved, attempts, lives, workers, List.copyOf(parts), posts, clock);
  }

  LedgerState posted(Part part) {
    var all = new ArrayList<>(posts);
    all.add(part);
    return new LedgerState(
        variant, fence, approved, attempts, lives, workers, flying, List.copyOf(all), clock);
  }

  LedgerState ticked() {
    return new LedgerState(
        variant, fence, approved, attempts, lives, workers, flying, posts, clock + 1);
  }

  private static <T> List<T> changed(List<T> all, int index, UnaryOperator<T> change) {
    var copy = new ArrayList<>(all);
    copy.set(index, change.apply(copy.get(index)));
    return List.copyOf(copy);
  }
}
