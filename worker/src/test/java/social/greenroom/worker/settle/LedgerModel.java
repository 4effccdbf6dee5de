package social.greenroom.worker.settle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.OwnPost;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.network.Capability;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.NetworkProfile;
import social.greenroom.core.network.Networks;
import social.greenroom.core.network.Operation;
import social.greenroom.core.network.Platform;
import social.greenroom.core.network.RetryClass;
import social.greenroom.store.follow.FollowUpFinish;
import social.greenroom.store.publish.Finish;
import social.greenroom.worker.settle.LedgerState.Attempt;
import social.greenroom.worker.settle.LedgerState.Call;
import social.greenroom.worker.settle.LedgerState.Entry;
import social.greenroom.worker.settle.LedgerState.Life;
import social.greenroom.worker.settle.LedgerState.Outcome;
import social.greenroom.worker.settle.LedgerState.Stand;
import social.greenroom.worker.settle.LedgerState.Work;

/**
 * Every step that two workers, their death, the owner, the network and time can take with one post
 * and what follows it. What the product decides in pure functions is asked of the product: the
 * reading, the verdict, since when a sender is quiet, what an outcome makes of post or follow-up,
 * which states follow which. What the database decides is written here as the migrations say it.
 *
 * <p>A worker that makes no step is a worker that is paused, so every pause is among the
 * interleavings. A call that has left its sender arrives within the network's settling time, or
 * never.
 */
final class LedgerModel {
  /**
   * The step of the clock. A network that takes a key forgets it after an hour, so after three; it
   * has settled after one.
   */
  static final Duration TICK = Duration.ofMinutes(25);

  private static final int SETTLING_TICKS = 1;
  private static final Duration KEY_MEMORY = Duration.ofHours(1);
  private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
  private static final List<String> TEXTS =
      List.of(
          "What the lake taught me about patience.",
          "And what the wind added to it.",
          "Nobody asked the boat.");

  private final NetworkProfile network;
  private final Channel channel;
  private final Set<Guard> guards;
  private final int parts;
  private final LedgerBounds bounds;

  /**
   * @param parts the post and the further ones of its thread
   */
  LedgerModel(Platform platform, int parts, LedgerBounds bounds, Set<Guard> broken) {
    this.network = Networks.of(platform);
    this.channel = platform == Platform.MASTODON ? Channel.API : Channel.MCP;
    this.parts = parts;
    this.bounds = bounds;
    this.guards = EnumSet.allOf(Guard.class);
    guards.removeAll(broken);
  }

  LedgerState first() {
    return new LedgerState(
        Collections.nCopies(parts, new Entry(Stand.WAITING, 0)),
        true,
        List.of(),
        List.of(new Life(true, -1), new Life(true, -1)),
        List.of(Work.idle(0), Work.idle(1)),
        List.of(),
        List.of(),
        0);
  }

  int parts() {
    return parts;
  }

  /** A step and where it leads. */
  record Step(String name, LedgerState to) {}

  List<Step> steps(LedgerState state) {
    var steps = new ArrayList<Step>();
    for (int worker = 0; worker < state.workers().size(); worker++) {
      var work = state.workers().get(worker);
      var name = "worker " + work.life();
      switch (work.at()) {
        case IDLE -> {
          for (int position = 0; position < parts; position++) {
            idle(state, worker, position, name, steps);
          }
        }
        case CLAIMED -> steps.add(new Step(name + " begins", begin(state, worker)));
        case SENDING -> send(state, worker, name, steps);
        case ANSWERED -> steps.add(new Step(name + " writes the outcome", finish(state, worker)));
        case OWN_DOUBT -> {
          var own = new Sender.Ended(time(work.time()));
          steps.add(new Step(name + " looks", look(state, worker, work.attempt(), own)));
        }
        case WAITING -> {
          if (state.clock() >= work.time()) {
            steps.add(new Step(name + " looks again", read(state, worker, work.attempt())));
          }
        }
        case DECIDED -> steps.add(new Step(name + " settles", settle(state, worker)));
      }
      if (state.lives().size() < bounds.lives()) {
        steps.add(new Step(name + " is killed", kill(state, worker)));
      }
    }
    world(state, steps);
    return steps;
  }

  /** Something waits or is on its way, and nothing could happen to it any more. */
  boolean stuck(LedgerState state) {
    return IntStream.range(0, parts)
            .anyMatch(
                position ->
                    switch (state.stand(position)) {
                      case WAITING ->
                          itsTurn(state, position) && state.made(position) < attempts(position);
                      case SENDING -> state.entries().get(position).fence() < bounds.claims();
                      default -> false;
                    })
        && steps(state).isEmpty();
  }

  /** What becomes of the post by itself is looked at where nothing follows it. */
  private int attempts(int position) {
    return parts > 1 && position == 0 ? 1 : bounds.attempts();
  }

  /** The post itself, and then each after the one that it answers is known to be out. */
  private boolean itsTurn(LedgerState state, int position) {
    return position == 0
        ? state.approved()
        : state.stand(position - 1) == Stand.OUT
            || !guards.contains(Guard.TURN) && state.stand(0) == Stand.OUT;
  }

  private void idle(LedgerState state, int worker, int position, String name, List<Step> steps) {
    var work = state.workers().get(worker);
    var which = " " + (position + 1);
    var entry = state.entries().get(position);
    if (entry.stand() == Stand.WAITING
        && itsTurn(state, position)
        && state.made(position) < attempts(position)) {
      var claimed = state.become(position, Stand.SENDING).fenced(position);
      var mine = work.claimed(position, claimed.entries().get(position).fence());
      steps.add(new Step(name + " claims" + which, claimed.work(worker, mine)));
    }
    if (entry.stand() == Stand.SENDING && entry.fence() < bounds.claims()) {
      steps.add(new Step(name + " takes over" + which, takeOver(state, position)));
    }
    if (entry.stand() == Stand.UNKNOWN) {
      state
          .attempt(position, Outcome.UNKNOWN)
          .ifPresent(
              attempt ->
                  steps.add(
                      new Step(
                          name + " looks" + which,
                          look(state, worker, attempt, sender(state, attempt)))));
    }
  }

  private static LedgerState takeOver(LedgerState state, int position) {
    var taken = state.fenced(position);
    var lost = state.attempt(position, Outcome.SENDING);
    return lost.isPresent()
        ? taken.outcome(lost.get(), Outcome.UNKNOWN).become(position, Stand.UNKNOWN)
        : taken.become(position, Stand.WAITING);
  }

  private LedgerState begin(LedgerState state, int worker) {
    var work = state.workers().get(worker);
    var position = work.position();
    var idle = state.work(worker, Work.idle(work.life()));
    if (guards.contains(Guard.FENCE) && !holds(state, work)) {
      return idle;
    }
    // What follows belongs to what was approved, and is out in part already.
    if (position == 0 && guards.contains(Guard.APPROVAL) && !state.approved()) {
      return holds(state, work) ? idle.become(position, Stand.FAILED) : idle;
    }
    if (guards.contains(Guard.ONE_IN_DOUBT) && state.mayBeOut(position)) {
      return idle;
    }
    var sending = work.sending(state.attempts().size());
    if (!guards.contains(Guard.WRITTEN_BEFORE_SENT)) {
      return state.work(worker, sending);
    }
    return state
        .begin(
            new Attempt(
                position,
                work.life(),
                state.clock(),
                position > 0 || state.approved(),
                Outcome.SENDING))
        .work(worker, sending);
  }

  private static boolean holds(LedgerState state, Work work) {
    var entry = state.entries().get(work.position());
    return entry.stand() == Stand.SENDING && entry.fence() == work.fence();
  }

  private void send(LedgerState state, int worker, String name, List<Step> steps) {
    var work = state.workers().get(worker);
    var call = new Call(work.attempt(), work.position(), state.clock());
    steps.add(
        new Step(
            name + " sends, and is answered",
            accept(state, call).work(worker, work.answered(Outcome.PUBLISHED, state.clock()))));
    steps.add(
        new Step(
            name + " is turned away",
            state.work(worker, work.answered(Outcome.NOT_SENT, state.clock()))));
    var flying = new ArrayList<>(state.flying());
    flying.add(call);
    steps.add(
        new Step(
            name + " sends, and isn't answered",
            state.flying(flying).work(worker, work.answered(Outcome.UNKNOWN, state.clock()))));
  }

  private LedgerState accept(LedgerState state, Call call) {
    var operation = call.position() == 0 ? Operation.PUBLISH : Operation.THREAD_PART;
    var known =
        network.retry(operation, channel) == RetryClass.IDEMPOTENT
            && state.posts().stream().anyMatch(post -> knowsKey(post, call, state.clock()));
    return known ? state : state.posted(new Call(call.attempt(), call.position(), state.clock()));
  }

  private static boolean knowsKey(Call post, Call call, int clock) {
    var age = TICK.multipliedBy(clock - post.at());
    return post.position() == call.position() && age.compareTo(KEY_MEMORY) < 0;
  }

  private LedgerState finish(LedgerState state, int worker) {
    var work = state.workers().get(worker);
    var position = work.position();
    var next = next(work, state.clock());
    var idle = state.work(worker, Work.idle(work.life()));
    if (work.attempt() >= state.attempts().size()) {
      return holds(state, work)
          ? idle.begin(new Attempt(position, work.life(), state.clock(), true, work.outcome()))
              .become(position, next)
          : idle;
    }
    if (state.attempts().get(work.attempt()).outcome() != Outcome.SENDING) {
      // Its own call has returned, which proves as much as it did while the claim was its own.
      return next == Stand.UNKNOWN ? idle.work(worker, work.ownDoubt()) : late(idle, work, next);
    }
    var written = idle.outcome(work.attempt(), work.outcome());
    if (guards.contains(Guard.FENCE) && !holds(state, work)
        || !state.stand(position).canBecome(position, next)) {
      return written;
    }
    var moved = written.become(position, next);
    return work.outcome() == Outcome.UNKNOWN ? moved.work(worker, work.ownDoubt()) : moved;
  }

  /** Somebody called the attempt lost; what its own sender knows settles it all the same. */
  private LedgerState late(LedgerState state, Work work, Stand next) {
    var position = work.position();
    var inDoubt = state.attempt(position, Outcome.UNKNOWN);
    if (state.stand(position) != Stand.UNKNOWN
        || inDoubt.isEmpty()
        || (guards.contains(Guard.SAME_ATTEMPT) && inDoubt.get() != work.attempt())) {
      return state;
    }
    if (next == Stand.OUT) {
      return state.outcome(inDoubt.get(), Outcome.SETTLED_PUBLISHED).become(position, Stand.OUT);
    }
    var again = position > 0 || state.approved();
    return state
        .outcome(inDoubt.get(), Outcome.SETTLED_NOT)
        .become(position, again ? next : Stand.FAILED);
  }

  private static Stand next(Work work, int clock) {
    var outcome =
        switch (work.outcome()) {
          case PUBLISHED -> new PublishOutcome.Published("1", null);
          case NOT_SENT -> new PublishOutcome.NotSent("It wasn't taken.");
          default -> new PublishOutcome.Unknown("The answer was lost.");
        };
    return work.position() == 0
        ? Stand.of(Finish.of(outcome, time(clock)).next())
        : Stand.of(FollowUpFinish.of(outcome, time(clock), null).next());
  }

  private LedgerState look(LedgerState state, int worker, int attempt, Sender sender) {
    var work = state.workers().get(worker);
    var position = state.attempts().get(attempt).position();
    if (!network.capabilities(channel).contains(Capability.READ_OWN_POSTS)) {
      var ask = new Verdict.AskPerson("It can't be read.", List.of());
      return state.work(worker, work.decided(attempt, position, ask));
    }
    var early = reading(state, attempt);
    if (early.certain()) {
      return state.work(worker, work.decided(attempt, position, early.verdict()));
    }
    var quiet =
        guards.contains(Guard.PROOF_OF_DEATH)
            ? sender.quietSince()
            : Optional.of(time(state.clock()));
    if (quiet.isEmpty()) {
      var ask = new Verdict.AskPerson("It may be alive.", List.of());
      return state.work(worker, work.decided(attempt, position, ask));
    }
    var settling = guards.contains(Guard.SETTLING_TIME) ? SETTLING_TICKS : 0;
    return state.work(worker, work.waiting(attempt, position, ticks(quiet.get()) + settling));
  }

  private LedgerState read(LedgerState state, int worker, int attempt) {
    var work = state.workers().get(worker);
    return state.work(
        worker, work.decided(attempt, work.position(), reading(state, attempt).verdict()));
  }

  private Reading reading(LedgerState state, int attempt) {
    if (!guards.contains(Guard.READING)) {
      return new Reading.Absent();
    }
    var posts = IntStream.range(0, state.posts().size()).mapToObj(i -> ownPost(state, i)).toList();
    var row = state.attempts().get(attempt);
    return new OwnPosts(posts, OthersPosts.NONE)
        .lookFor(TEXTS.get(row.position()), answers(state, row.position()), time(row.startedAt()));
  }

  private static OwnPost ownPost(LedgerState state, int i) {
    var post = state.posts().get(i);
    return new OwnPost(
        "" + i, null, TEXTS.get(post.position()), time(post.at()), answers(state, post.position()));
  }

  /** The post that one at that turn answers; null for the first. */
  private static @Nullable String answers(LedgerState state, int position) {
    return position == 0 ? null : state.post(position - 1).map(String::valueOf).orElse("none");
  }

  private LedgerState settle(LedgerState state, int worker) {
    var work = state.workers().get(worker);
    var position = work.position();
    var idle = state.work(worker, Work.idle(work.life()));
    var inDoubt = state.attempt(position, Outcome.UNKNOWN);
    if (state.stand(position) != Stand.UNKNOWN
        || inDoubt.isEmpty()
        || (guards.contains(Guard.SAME_ATTEMPT) && inDoubt.get() != work.attempt())) {
      return idle;
    }
    var written = new LedgerState[] {idle};
    work.verdict()
        .writeTo(
            new Verdict.Settlement() {
              @Override
              public void published(OwnPost post) {
                written[0] =
                    idle.outcome(inDoubt.get(), Outcome.SETTLED_PUBLISHED)
                        .become(position, Stand.OUT);
              }

              @Override
              public void notPublished(String sentence) {
                var again = position > 0 || state.approved();
                written[0] =
                    idle.outcome(inDoubt.get(), Outcome.SETTLED_NOT)
                        .become(position, again ? Stand.WAITING : Stand.FAILED);
              }

              @Override
              public void leftToPerson(String sentence, List<OwnPost> candidates) {}
            });
    return written[0];
  }

  private static LedgerState kill(LedgerState state, int worker) {
    var born = state.born();
    return born.life(state.workers().get(worker).life(), new Life(false, -1))
        .work(worker, Work.idle(born.lives().size() - 1));
  }

  /** What happens besides: deaths become known, calls arrive or are lost, time passes. */
  private void world(LedgerState state, List<Step> steps) {
    for (int life = 0; life < state.lives().size(); life++) {
      var one = state.lives().get(life);
      if (!one.alive() && one.provenDead() < 0) {
        steps.add(
            new Step(
                "worker %d is known to be dead".formatted(life),
                state.life(life, new Life(false, state.clock()))));
      }
    }
    for (var call : state.flying()) {
      var left = new ArrayList<>(state.flying());
      left.remove(call);
      steps.add(new Step("a call arrives", accept(state.flying(left), call)));
      steps.add(new Step("a call is lost", state.flying(left)));
    }
    if (parts == 1) {
      owner(state, steps);
    }
    if (state.clock() < bounds.ticks() && state.flying().isEmpty()) {
      steps.add(new Step("time passes", state.ticked()));
    }
  }

  private static void owner(LedgerState state, List<Step> steps) {
    var post = state.entries().get(0);
    if (state.approved() && post.stand() == Stand.WAITING) {
      steps.add(new Step("the owner takes it back", state.withdrawn().become(0, Stand.TAKEN_BACK)));
    }
    if (state.approved() && post.stand() == Stand.SENDING && post.fence() == 1) {
      steps.add(new Step("the approval's window ends", state.withdrawn()));
    }
    if (!state.approved() && post.stand() == Stand.WAITING) {
      steps.add(new Step("the owner is asked again", state.become(0, Stand.TAKEN_BACK)));
    }
  }

  private static Sender sender(LedgerState state, int attempt) {
    var life = state.lives().get(state.attempts().get(attempt).life());
    return life.provenDead() < 0
        ? new Sender.MaybeAlive()
        : new Sender.Ended(time(life.provenDead()));
  }

  static Instant time(int ticks) {
    return START.plus(TICK.multipliedBy(ticks));
  }

  private static int ticks(Instant time) {
    return (int) Duration.between(START, time).dividedBy(TICK);
  }
}
