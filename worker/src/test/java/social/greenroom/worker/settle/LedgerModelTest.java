package social.greenroom.worker.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static social.greenroom.core.post.VariantState.AWAITING_APPROVAL;
import static social.greenroom.core.post.VariantState.PUBLISHED;
import static social.greenroom.core.post.VariantState.UNKNOWN;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.greenroom.core.network.Platform;
import social.greenroom.core.post.VariantState;
import social.greenroom.worker.settle.LedgerState.Attempt;

/**
 * The ledger, small and complete: two workers that may be paused or killed anywhere, a network that
 * takes or loses what it is sent, a takeover, a reading, another try. Every state that can be
 * reached is looked at; and where a guard is taken away, the search finds what it is there for.
 */
class LedgerModelTest {
  private static final LedgerBounds SMALL = new LedgerBounds(3, 3, 2, 2);
  private static final LedgerBounds LONG = new LedgerBounds(2, 3, 2, 5);

  @ParameterizedTest
  @CsvSource({"MASTODON,1", "X,1", "LINKEDIN,1"})
  void whateverHappensItGoesOutOnceOrAPersonIsTold(Platform platform, int parts) {
    var model = new LedgerModel(platform, parts, SMALL, Set.of());
    var search = new LedgerSearch(model);

    assertThat(search.run(state -> fault(model, state))).isEmpty();

    assertThat(search.reached()).extracting(LedgerState::variant).contains(UNKNOWN, PUBLISHED);
    if (platform != Platform.LINKEDIN) {
      assertThat(search.reached())
          .as("one that was lost and sent again")
          .anyMatch(state -> state.variant() == PUBLISHED && state.attempts().size() == 2);
    }
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
            when("lost", state.variant() == PUBLISHED && state.posts().size() < model.parts()),
            when("denied", state.variant() == VariantState.FAILED && out),
            when("taken back in vain", state.variant() == AWAITING_APPROVAL && out),
            when("forgotten", model.stuck(state)))
        .flatMap(Optional::stream);
  }

  private static Optional<String> when(String fault, boolean found) {
    return found ? Optional.of(fault) : Optional.empty();
  }

  private static boolean doubled(LedgerModel model, LedgerState state) {
    return IntStream.range(0, model.parts())
        .anyMatch(part -> state.posts().stream().filter(post -> post.number() == part).count() > 1);
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
                posts.get(i).number() > 0
                    && posts.subList(0, i).stream()
                        .noneMatch(before -> before.number() == posts.get(i).number() - 1));
  }
}
