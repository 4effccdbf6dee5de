package social.greenroom.worker.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static social.greenroom.worker.settle.LedgerState.Stand.FAILED;
import static social.greenroom.worker.settle.LedgerState.Stand.OUT;
import static social.greenroom.worker.settle.LedgerState.Stand.TAKEN_BACK;
import static social.greenroom.worker.settle.LedgerState.Stand.UNKNOWN;

import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.greenroom.core.network.Platform;
import social.greenroom.worker.settle.LedgerState.At;
import social.greenroom.worker.settle.LedgerState.Attempt;
import social.greenroom.worker.settle.LedgerState.Outcome;

/**
 * The ledger, small and complete: two workers that may be paused or killed anywhere, a network that
 * takes or loses what it is sent, a takeover, a reading, another try. Every state that can be
 * reached is looked at; and where a guard is taken away, the search finds what it is there for.
 */
class LedgerModelTest {
  private static final LedgerBounds SMALL = new LedgerBounds(3, 3, 2, 2);
  private static final LedgerBounds LONG = new LedgerBounds(2, 3, 2, 5);

  /** Of a thread of two: one of the two workers may die, and each part is tried twice. */
  private static final LedgerBounds THREAD = new LedgerBounds(3, 2, 2, 1);

  @ParameterizedTest
  @EnumSource
  void whateverHappensItGoesOutOnceOrAPersonIsTold(Platform platform) {
    var search = nothingGoesWrong(platform, 1, SMALL);
    assertThat(search.reached()).extracting(state -> state.stand(0)).contains(UNKNOWN, OUT);
    if (platform != Platform.LINKEDIN) {
      assertThat(search.reached())
          .as("one that was lost and sent again")
          .anyMatch(state -> state.stand(0) == OUT && state.made(0) == 2);
    }
  }

  /** There nothing else could settle it but a person. */
  @Test
  void whereOwnPostsCantBeReadALateSenderStillTellsThatNothingWasSent() {
    var reached = nothingGoesWrong(Platform.LINKEDIN, 1, SMALL).reached();
    assertThat(reached)
        .anyMatch(
            state ->
                state.attempts().stream()
                        .anyMatch(attempt -> attempt.outcome() == Outcome.SETTLED_NOT)
                    && state.stand(0) == OUT);
  }

  /** It was paused, and replaced; its own call's end is proof that nothing more comes of it. */
  @Test
  void aSenderThatLostItsClaimLooksForWhatItsOwnCallLeft() {
    var reached = nothingGoesWrong(Platform.X, 1, SMALL).reached();
    assertThat(reached)
        .anyMatch(
            state ->
                state.stand(0) == UNKNOWN
                    && state.made(0) == 1
                    && state.entries().get(0).fence() == 2
                    && state.workers().stream().anyMatch(work -> work.at() == At.OWN_DOUBT));
  }

  @Test
  void aThreadGoesOnAfterItsLastPostThatIsOutAndDoublesNone() {
    var search = nothingGoesWrong(Platform.X, 2, THREAD);
    assertThat(search.reached())
        .as("a part that was lost and sent again")
        .anyMatch(state -> state.stand(1) == OUT && state.made(1) == 2)
        .as("a part that nobody knows of")
        .anyMatch(state -> state.stand(0) == OUT && state.stand(1) == UNKNOWN);
    assertThat(search.reached())
        .as("a part while nobody knows of the post")
        .noneMatch(state -> state.stand(0) == UNKNOWN && state.made(1) > 0);
  }

  private static LedgerSearch nothingGoesWrong(Platform platform, int parts, LedgerBounds bounds) {
    var model = new LedgerModel(platform, parts, bounds, Set.of());
    var search = new LedgerSearch(model);
    assertThat(search.run(state -> fault(model, state))).isEmpty();
    return search;
  }

  @ParameterizedTest
  @CsvSource({
    "PROOF_OF_DEATH,doubled",
    "SETTLING_TIME,doubled",
    "READING,doubled",
    "WRITTEN_BEFORE_SENT,doubled",
  })
  void withoutAGuardAPartOfAThreadIsWronged(Guard guard, String fault) {
    var model = new LedgerModel(Platform.X, 2, THREAD, Set.of(guard));
    var found =
        new LedgerSearch(model)
            .run(state -> faults(model, state).filter(fault::equals).findFirst());
    assertThat(found).isPresent();
  }

  @Test
  void partsThatDontWaitForTheirTurnComeInTheWrongOrder() {
    var model = new LedgerModel(Platform.X, 3, new LedgerBounds(2, 1, 1, 0), Set.of(Guard.TURN));
    assertThat(
            new LedgerSearch(model)
                .run(state -> faults(model, state).filter("misordered"::equals).findFirst()))
        .isPresent();
    assertThat(nothingGoesWrong(Platform.X, 3, new LedgerBounds(2, 1, 1, 0)).reached())
        .anyMatch(state -> state.stand(2) == OUT);
  }

  @ParameterizedTest
  @CsvSource({
    "WRITTEN_BEFORE_SENT,unwritten",
    "WRITTEN_BEFORE_SENT,doubled",
    "FENCE,taken back in vain",
    "PROOF_OF_DEATH,doubled",
    "SETTLING_TIME,doubled",
    "READING,doubled",
    "SAME_ATTEMPT,taken back in vain",
    "APPROVAL,unapproved",
  })
  void withoutAGuardTheModelFindsTheFault(Guard guard, String fault) {
    assertThat(find(Platform.X, SMALL, Set.of(guard), fault)).isPresent();
  }

  /** The database refuses a second attempt in doubt, whoever holds the claim. */
  @Test
  void theRuleOfOneInDoubtIsASecondWallBehindTheFence() {
    assertThat(find(Platform.X, SMALL, Set.of(Guard.FENCE, Guard.ONE_IN_DOUBT), "doubled"))
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"doubled", "taken back in vain"})
  void aKeyThatTheNetworkForgetsIsNoProofOfDeath(String fault) {
    assertThat(find(Platform.MASTODON, LONG, Set.of(Guard.PROOF_OF_DEATH), fault)).isPresent();
  }

  private static Optional<LedgerSearch.Fault> find(
      Platform platform, LedgerBounds bounds, Set<Guard> broken, String fault) {
    var model = new LedgerModel(platform, 1, bounds, broken);
    return new LedgerSearch(model)
        .run(state -> faults(model, state).filter(fault::equals).findFirst());
  }

  private static Optional<String> fault(LedgerModel model, LedgerState state) {
    return faults(model, state).findFirst();
  }

  private static Stream<String> faults(LedgerModel model, LedgerState state) {
    var out = !state.posts().isEmpty();
    return Stream.of(
            when("doubled", doubled(model, state)),
            when("unwritten", sentBy(state, attempt -> attempt == null)),
            when("unapproved", sentBy(state, attempt -> attempt != null && !attempt.approved())),
            when("misordered", misordered(state)),
            when("lost", some(model, position -> lost(state, position))),
            when("denied", some(model, position -> denied(state, position))),
            when("taken back in vain", state.stand(0) == TAKEN_BACK && out),
            when("forgotten", model.stuck(state)))
        .flatMap(Optional::stream);
  }

  private static Optional<String> when(String fault, boolean found) {
    return found ? Optional.of(fault) : Optional.empty();
  }

  private static boolean some(LedgerModel model, IntPredicate position) {
    return IntStream.range(0, model.parts()).anyMatch(position);
  }

  private static boolean lost(LedgerState state, int position) {
    return state.stand(position) == OUT && state.post(position).isEmpty();
  }

  private static boolean denied(LedgerState state, int position) {
    return state.stand(position) == FAILED && state.post(position).isPresent();
  }

  private static boolean doubled(LedgerModel model, LedgerState state) {
    return some(
        model,
        position -> state.posts().stream().filter(post -> post.position() == position).count() > 1);
  }

  /** True when some post came from such an attempt; null stands for one that isn't written. */
  private static boolean sentBy(LedgerState state, Predicate<@Nullable Attempt> attempt) {
    var attempts = state.attempts();
    return state.posts().stream()
        .map(post -> post.attempt() < attempts.size() ? attempts.get(post.attempt()) : null)
        .anyMatch(attempt);
  }

  private static boolean misordered(LedgerState state) {
    var posts = state.posts();
    return IntStream.range(0, posts.size())
        .anyMatch(
            i ->
                posts.get(i).position() > 0
                    && posts.subList(0, i).stream()
                        .noneMatch(before -> before.position() == posts.get(i).position() - 1));
  }
}
