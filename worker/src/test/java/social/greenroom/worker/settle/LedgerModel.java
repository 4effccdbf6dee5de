package social.greenroom.worker.settle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import social.greenroom.core.channel.OwnPost;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.network.Capability;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.NetworkProfile;
import social.greenroom.core.network.Networks;
import social.greenroom.core.network.Operation;
import social.greenroom.core.network.OutgoingText;
import social.greenroom.core.network.Platform;
import social.greenroom.core.network.RetryClass;
import social.greenroom.core.post.Payload;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.publish.Finish;
import social.greenroom.worker.settle.LedgerState.Attempt;
import social.greenroom.worker.settle.LedgerState.Life;
import social.greenroom.worker.settle.LedgerState.Outcome;
import social.greenroom.worker.settle.LedgerState.Part;
import social.greenroom.worker.settle.LedgerState.Work;

/**
 * Every step that two workers, their death, the owner, the network and time can take with one
 * variant. What the product decides in pure functions is asked of the product: the reading, the
 * verdict, since when a sender is quiet, what an outcome makes of the variant, which states follow
 * which. What the database decides is written here as the migrations say it.
 *
 * <p>A worker that makes no step is a worker that is paused, so every pause is among the
 * interleavings. A part that has left its sender arrives within the network's settling time, or
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
      List.of("What the lake taught me about patience.", "And what the wind added to it.");

  private final NetworkProfile network;
  private final Channel channel;
  private final Payload payload;
  private final Set<Guard> guards;
  private final int parts;
  private final LedgerBounds bounds;

  LedgerModel(Platform platform, int parts, LedgerBounds bounds, Set<Guard> broken) {
    this.network = Networks.of(platform);
    this.channel = platform == Platform.MASTODON ? Channel.API : Channel.MCP;
    this.parts = parts;
    this.bounds = bounds;
    this.guards = EnumSet.allOf(Guard.class);
    guards.removeAll(broken);
    this.payload =
        new Payload(
            platform,
            "42",
            TEXTS.get(0),
            TEXTS.subList(1, parts),
            null,
            null,
            List.of(),
            new TreeMap<>());
  }

  LedgerState first() {
    return new LedgerState(
        VariantState.APPROVED,
        0,
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
        case IDLE -> idle(state, worker, name, steps);
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

  /** Approved or on its way, with nothing that could happen to it any more. */
  boolean stuck(LedgerState state) {
    return switch (state.variant()) {
      case APPROVED -> state.attempts().size() < bounds.attempts() && steps(state).isEmpty();
      case QUEUED -> true;
      case PUBLISHING -> state.fence() < bounds.claims() && steps(state).isEmpty();
      default -> false;
    };
  }

  private void idle(LedgerState state, int worker, String name, List<Step> steps) {
    var work = state.workers().get(worker);
    if (state.variant() == VariantState.APPROVED
        && state.approved()
        && state.attempts().size() < bounds.attempts()) {
      var claimed = state.become(VariantState.QUEUED).become(VariantState.PUBLISHING).fenced();
      steps.add(new Step(name + " claims", claimed.work(worker, work.claimed(claimed.fence()))));
    }
    if (state.variant() == VariantState.PUBLISHING && state.fence() < bounds.claims()) {
      steps.add(new Step(name + " takes over", takeOver(state)));
    }
    if (state.variant() == VariantState.UNKNOWN) {
      inDoubt(state, Outcome.UNKNOWN)
          .ifPresent(
              attempt ->
                  steps.add(
                      new Step(
                          name + " looks", look(state, worker, attempt, sender(state, attempt)))));
    }
  }

  private LedgerState takeOver(LedgerState state) {
    var taken = state.fenced();
    var lost = inDoubt(state, Outcome.SENDING);
    return lost.isPresent()
        ? taken.outcome(lost.get(), Outcome.UNKNOWN).become(VariantState.UNKNOWN)
        : taken.become(VariantState.APPROVED);
  }

  private LedgerState begin(LedgerState state, int worker) {
    var work = state.workers().get(worker);
    if (guards.contains(Guard.FENCE) && !holds(state, work)) {
      return state.work(worker, Work.idle(work.life()));
    }
    if (guards.contains(Guard.APPROVAL) && !state.approved()) {
      var refused = state.work(worker, Work.idle(work.life()));
      return holds(state, work) ? refused.become(VariantState.FAILED) : refused;
    }
    if (guards.contains(Guard.ONE_IN_DOUBT) && mayHaveGoneOut(state)) {
      return state.work(worker, Work.idle(work.life()));
    }
    if (!guards.contains(Guard.WRITTEN_BEFORE_SENT)) {
      return state.work(worker, work.sending(state.attempts().size(), 0));
    }
    return state
        .begin(new Attempt(work.life(), state.clock(), state.approved(), Outcome.SENDING))
        .work(worker, work.sending(state.attempts().size(), 0));
  }

  private static boolean holds(LedgerState state, Work work) {
    return state.variant() == VariantState.PUBLISHING && state.fence() == work.fence();
  }

  private static boolean mayHaveGoneOut(LedgerState state) {
    return state.attempts().stream()
        .anyMatch(
            attempt ->
                attempt.outcome() != Outcome.NOT_SENT && attempt.outcome() != Outcome.SETTLED_NOT);
  }

  private void send(LedgerState state, int worker, String name, List<Step> steps) {
    var work = state.workers().get(worker);
    var part = new Part(work.attempt(), work.next(), state.clock());
    var last = work.next() + 1 == parts;
    var accepted = accept(state, part);
    steps.add(
        new Step(
            name + " sends, and is answered",
            accepted.work(
                worker,
                last
                    ? work.answered(Outcome.PUBLISHED, state.clock())
                    : work.sending(work.attempt(), work.next() + 1))));
    steps.add(
        new Step(
            name + " is refused",
            state.work(
                worker,
                work.answered(
                    work.next() == 0 ? Outcome.NOT_SENT : Outcome.UNKNOWN, state.clock()))));
    var flying = new ArrayList<>(state.flying());
    flying.add(part);
    steps.add(
        new Step(
            name + " sends, and isn't answered",
            state.flying(flying).work(worker, work.answered(Outcome.UNKNOWN, state.clock()))));
  }

  private LedgerState accept(LedgerState state, Part part) {
    var known =
        network.retry(Operation.PUBLISH, channel) == RetryClass.IDEMPOTENT
            && state.posts().stream().anyMatch(post -> knowsKey(post, part, state.clock()));
    return known ? state : state.posted(new Part(part.attempt(), part.number(), state.clock()));
  }

  private static boolean knowsKey(Part post, Part part, int clock) {
    var age = TICK.multipliedBy(clock - post.at());
    return post.number() == part.number() && age.compareTo(KEY_MEMORY) < 0;
  }

  private LedgerState finish(LedgerState state, int worker) {
    var work = state.workers().get(worker);
    var finish = Finish.of(outcome(work), time(state.clock()));
    var idle = state.work(worker, Work.idle(work.life()));
    if (work.attempt() >= state.attempts().size()) {
      return holds(state, work)
          ? idle.begin(new Attempt(work.life(), state.clock(), true, work.outcome()))
              .become(finish.next())
          : idle;
    }
    if (state.attempts().get(work.attempt()).outcome() != Outcome.SENDING) {
      return late(idle, work, finish);
    }
    var written = idle.outcome(work.attempt(), work.outcome());
    if (guards.contains(Guard.FENCE) && !holds(state, work)
        || !state.variant().canBecome(finish.next())) {
      return written;
    }
    var moved = written.become(finish.next());
    return work.outcome() == Outcome.UNKNOWN ? moved.work(worker, work.ownDoubt()) : moved;
  }

  /** Somebody called the attempt lost; that it went out settles it all the same. */
  private static LedgerState late(LedgerState state, Work work, Finish finish) {
    return finish.next() == VariantState.PUBLISHED
            && state.variant() == VariantState.UNKNOWN
            && state.attempts().get(work.attempt()).outcome() == Outcome.UNKNOWN
        ? state.outcome(work.attempt(), Outcome.SETTLED_PUBLISHED).become(VariantState.PUBLISHED)
        : state;
  }

  private PublishOutcome outcome(Work work) {
    return switch (work.outcome()) {
      case PUBLISHED -> new PublishOutcome.Published("1", null);
      case NOT_SENT -> new PublishOutcome.NotSent("It wasn't taken.");
      default -> new PublishOutcome.Unknown("The answer was lost.");
    };
  }

  private LedgerState look(LedgerState state, int worker, int attempt, Sender sender) {
    var work = state.workers().get(worker);
    if (!network.capabilities(channel).contains(Capability.READ_OWN_POSTS)) {
      return state.work(
          worker, work.decided(attempt, new Verdict.AskPerson("It can't be read.", List.of())));
    }
    var early = reading(state, attempt);
    if (early.certain()) {
      return state.work(worker, work.decided(attempt, early.verdict()));
    }
    var quiet =
        guards.contains(Guard.PROOF_OF_DEATH)
            ? sender.quietSince()
            : Optional.of(time(state.clock()));
    if (quiet.isEmpty()) {
      return state.work(
          worker, work.decided(attempt, new Verdict.AskPerson("It may be alive.", List.of())));
    }
    var settling = guards.contains(Guard.SETTLING_TIME) ? SETTLING_TICKS : 0;
    return state.work(worker, work.waiting(attempt, ticks(quiet.get()) + settling));
  }

  private LedgerState read(LedgerState state, int worker, int attempt) {
    return state.work(
        worker, state.workers().get(worker).decided(attempt, reading(state, attempt).verdict()));
  }

  private Reading reading(LedgerState state, int attempt) {
    if (!guards.contains(Guard.READING)) {
      return new Reading.Absent();
    }
    var posts =
        IntStream.range(0, state.posts().size())
            .mapToObj(
                i -> {
                  var post = state.posts().get(i);
                  return new OwnPost("" + i, null, TEXTS.get(post.number()), time(post.at()));
                })
            .toList();
    return new OwnPosts(posts, Set.of())
        .lookFor(OutgoingText.of(payload), null, time(state.attempts().get(attempt).startedAt()));
  }

  private LedgerState settle(LedgerState state, int worker) {
    var work = state.workers().get(worker);
    var idle = state.work(worker, Work.idle(work.life()));
    var inDoubt = inDoubt(state, Outcome.UNKNOWN);
    if (state.variant() != VariantState.UNKNOWN
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
                        .become(VariantState.PUBLISHED);
              }

              @Override
              public void notPublished(String sentence) {
                written[0] =
                    idle.outcome(inDoubt.get(), Outcome.SETTLED_NOT)
                        .become(state.approved() ? VariantState.APPROVED : VariantState.FAILED);
              }

              @Override
              public void leftToPerson(String sentence, List<OwnPost> candidates) {}
            });
    return written[0];
  }

  private LedgerState kill(LedgerState state, int worker) {
    var born = state.born();
    return born.life(state.workers().get(worker).life(), new Life(false, -1))
        .work(worker, Work.idle(born.lives().size() - 1));
  }

  /** What happens besides: deaths become known, parts arrive or are lost, time passes. */
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
    for (var part : state.flying()) {
      var left = new ArrayList<>(state.flying());
      left.remove(part);
      steps.add(new Step("a part arrives", accept(state.flying(left), part)));
      steps.add(new Step("a part is lost", state.flying(left)));
    }
    if (state.approved() && state.variant() == VariantState.APPROVED) {
      steps.add(
          new Step(
              "the owner takes it back", state.withdrawn().become(VariantState.AWAITING_APPROVAL)));
    }
    if (state.approved() && state.variant() == VariantState.PUBLISHING && state.fence() == 1) {
      steps.add(new Step("the approval's window ends", state.withdrawn()));
    }
    if (!state.approved() && state.variant() == VariantState.APPROVED) {
      steps.add(new Step("the owner is asked again", state.become(VariantState.AWAITING_APPROVAL)));
    }
    if (state.clock() < bounds.ticks() && state.flying().isEmpty()) {
      steps.add(new Step("time passes", state.ticked()));
    }
  }

  private static Sender sender(LedgerState state, int attempt) {
    var life = state.lives().get(state.attempts().get(attempt).life());
    return life.provenDead() < 0
        ? new Sender.MaybeAlive()
        : new Sender.Ended(time(life.provenDead()));
  }

  private static Optional<Integer> inDoubt(LedgerState state, Outcome outcome) {
    return IntStream.range(0, state.attempts().size())
        .filter(i -> state.attempts().get(i).outcome() == outcome)
        .boxed()
        .findFirst();
  }

  static Instant time(int ticks) {
    return START.plus(TICK.multipliedBy(ticks));
  }

  private static int ticks(Instant time) {
    return (int) Duration.between(START, time).dividedBy(TICK);
  }
}
