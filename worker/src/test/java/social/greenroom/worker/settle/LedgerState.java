package social.greenroom.worker.settle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.FollowUpState;
import social.greenroom.core.post.VariantState;

/**
 * One post and what follows it, its attempts, two workers and a network, at one moment of the
 * model. Times are in ticks of {@link LedgerModel#TICK}.
 *
 * @param entries the post, then what follows it, each with its own part of the ledger
 * @param approved whether the post's approval stands
 * @param lives what became of the processes so far; a worker that was killed is followed by another
 * @param flying calls that have left their sender and haven't arrived
 * @param posts what the network holds, in the order it took it
 */
record LedgerState(
    List<Entry> entries,
    boolean approved,
    List<Attempt> attempts,
    List<Life> lives,
    List<Work> workers,
    List<Call> flying,
    List<Call> posts,
    int clock) {

  /** How an entry stands, in the words of both tables of states. */
  enum Stand {
    WAITING(VariantState.APPROVED, FollowUpState.WAITING),
    SENDING(VariantState.PUBLISHING, FollowUpState.SENDING),
    UNKNOWN(VariantState.UNKNOWN, FollowUpState.UNKNOWN),
    OUT(VariantState.PUBLISHED, FollowUpState.DONE),
    FAILED(VariantState.FAILED, FollowUpState.FAILED),
    TAKEN_BACK(VariantState.AWAITING_APPROVAL, FollowUpState.LEFT_OUT);

    private final VariantState variant;
    private final FollowUpState followUp;

    Stand(VariantState variant, FollowUpState followUp) {
      this.variant = variant;
      this.followUp = followUp;
    }

    static Stand of(VariantState state) {
      return List.of(values()).stream().filter(one -> one.variant == state).findFirst().get();
    }

    static Stand of(FollowUpState state) {
      return List.of(values()).stream().filter(one -> one.followUp == state).findFirst().get();
    }

    /** Whether the product's own table knows that step; a post is queued before it is sent. */
    boolean canBecome(int position, Stand next) {
      if (position > 0) {
        return followUp.next().contains(next.followUp);
      }
      return this == WAITING && next == SENDING
          ? variant.canBecome(VariantState.QUEUED)
              && VariantState.QUEUED.canBecome(VariantState.PUBLISHING)
          : variant.canBecome(next.variant);
    }
  }

  /**
   * The post (the first) or something that follows it.
   *
   * @param fence the number of the newest claim
   */
  record Entry(Stand stand, int fence) {}

  enum Outcome {
    SENDING,
    PUBLISHED,
    NOT_SENT,
    UNKNOWN,
    SETTLED_PUBLISHED,
    SETTLED_NOT
  }

  /** A row of the ledger; the life is its sender's. */
  record Attempt(int position, int life, int startedAt, boolean approved, Outcome outcome) {}

  /**
   * A process.
   *
   * @param provenDead when its death was known; -1 while it isn't
   */
  record Life(boolean alive, int provenDead) {}

  /** A call at the network: of which attempt, for which entry, and when it left or arrived. */
  record Call(int attempt, int position, int at) {}

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
   * @param position the entry it works on
   * @param fence of its claim
   * @param attempt that it sends or looks at
   * @param outcome of its call
   * @param time when its call returned, or until when it waits for the network to settle
   */
  record Work(
      int life,
      At at,
      int position,
      int fence,
      int attempt,
      @Nullable Outcome outcome,
      int time,
      @Nullable Verdict verdict) {
    static Work idle(int life) {
      return new Work(life, At.IDLE, 0, 0, -1, null, -1, null);
    }

    Work claimed(int position, int fence) {
      return new Work(life, At.CLAIMED, position, fence, -1, null, -1, null);
    }

    Work sending(int attempt) {
      return new Work(life, At.SENDING, position, fence, attempt, null, -1, null);
    }

    Work answered(Outcome outcome, int clock) {
      return new Work(life, At.ANSWERED, position, fence, attempt, outcome, clock, null);
    }

    Work ownDoubt() {
      return new Work(life, At.OWN_DOUBT, position, 0, attempt, null, time, null);
    }

    Work waiting(int attempt, int position, int until) {
      return new Work(life, At.WAITING, position, 0, attempt, null, until, null);
    }

    Work decided(int attempt, int position, Verdict verdict) {
      return new Work(life, At.DECIDED, position, 0, attempt, null, -1, verdict);
    }
  }

  Stand stand(int position) {
    return entries.get(position).stand();
  }

  long made(int position) {
    return attempts.stream().filter(attempt -> attempt.position() == position).count();
  }

  Optional<Integer> attempt(int position, Outcome outcome) {
    return IntStream.range(0, attempts.size())
        .filter(i -> attempts.get(i).position() == position)
        .filter(i -> attempts.get(i).outcome() == outcome)
        .boxed()
        .findFirst();
  }

  /** An attempt at it that hasn't surely failed. */
  boolean mayBeOut(int position) {
    return attempts.stream()
        .filter(attempt -> attempt.position() == position)
        .anyMatch(
            attempt -> !Set.of(Outcome.NOT_SENT, Outcome.SETTLED_NOT).contains(attempt.outcome()));
  }

  /** Which of the posts at the network is that entry's. */
  Optional<Integer> post(int position) {
    return IntStream.range(0, posts.size())
        .filter(i -> posts.get(i).position() == position)
        .boxed()
        .findFirst();
  }

  LedgerState become(int position, Stand next) {
    if (!stand(position).canBecome(position, next)) {
      throw new AssertionError(
          "The model takes %d from %s to %s.".formatted(position, stand(position), next));
    }
    return entry(position, new Entry(next, entries.get(position).fence()));
  }

  LedgerState fenced(int position) {
    var entry = entries.get(position);
    return entry(position, new Entry(entry.stand(), entry.fence() + 1));
  }

  private LedgerState entry(int position, Entry now) {
    return new LedgerState(
        changed(entries, position, old -> now),
        approved,
        attempts,
        lives,
        workers,
        flying,
        posts,
        clock);
  }

  LedgerState withdrawn() {
    return new LedgerState(entries, false, attempts, lives, workers, flying, posts, clock);
  }

  LedgerState begin(Attempt attempt) {
    return new LedgerState(
        entries, approved, added(attempts, attempt), lives, workers, flying, posts, clock);
  }

  LedgerState outcome(int attempt, Outcome outcome) {
    var now =
        changed(
            attempts,
            attempt,
            old ->
                new Attempt(old.position(), old.life(), old.startedAt(), old.approved(), outcome));
    return new LedgerState(entries, approved, now, lives, workers, flying, posts, clock);
  }

  LedgerState life(int life, Life now) {
    return new LedgerState(
        entries,
        approved,
        attempts,
        changed(lives, life, old -> now),
        workers,
        flying,
        posts,
        clock);
  }

  LedgerState born() {
    return new LedgerState(
        entries,
        approved,
        attempts,
        added(lives, new Life(true, -1)),
        workers,
        flying,
        posts,
        clock);
  }

  LedgerState work(int worker, Work now) {
    return new LedgerState(
        entries,
        approved,
        attempts,
        lives,
        changed(workers, worker, old -> now),
        flying,
        posts,
        clock);
  }

  LedgerState flying(List<Call> calls) {
    return new LedgerState(
        entries, approved, attempts, lives, workers, List.copyOf(calls), posts, clock);
  }

  LedgerState posted(Call call) {
    return new LedgerState(
        entries, approved, attempts, lives, workers, flying, added(posts, call), clock);
  }

  LedgerState ticked() {
    return new LedgerState(entries, approved, attempts, lives, workers, flying, posts, clock + 1);
  }

  private static <T> List<T> added(List<T> all, T one) {
    var copy = new ArrayList<>(all);
    copy.add(one);
    return List.copyOf(copy);
  }

  private static <T> List<T> changed(List<T> all, int index, UnaryOperator<T> change) {
    var copy = new ArrayList<>(all);
    copy.set(index, change.apply(copy.get(index)));
    return List.copyOf(copy);
  }
}
