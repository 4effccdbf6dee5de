package social.greenroom.core.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VariantStateTest {
  /** The whole table once more, from the architecture's own words. */
  private static final String TABLE =
      """
      draft -> blocked awaiting_approval cancelled
      blocked -> draft cancelled
      awaiting_approval -> approved rejected draft cancelled
      approved -> queued awaiting_approval cancelled
      queued -> publishing approved cancelled
      publishing -> published failed unknown approved
      unknown -> published approved failed
      failed -> approved awaiting_approval
      published -> taken_down
      rejected ->
      cancelled ->
      taken_down ->
      """;

  @Test
  void theTableIsTheArchitectures() {
    var table =
        Arrays.stream(VariantState.values())
            .map(state -> state.wireName() + " -> " + names(state.next()))
            .collect(Collectors.toSet());
    var expected =
        TABLE
            .lines()
            .map(line -> line.split(" ->", -1))
            .map(sides -> sides[0] + " -> " + String.join(" ", new TreeSet<>(words(sides[1]))))
            .collect(Collectors.toSet());
    assertThat(table).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void everyStateIsReachedFromDraft(VariantState state) {
    assertThat(reachedFrom(VariantState.DRAFT)).contains(state);
  }

  @ParameterizedTest
  @EnumSource
  void noStateFollowsItself(VariantState state) {
    assertThat(state.canBecome(state)).isFalse();
  }

  @Test
  void nothingGetsPublishedWithoutHavingBeenApprovedAndQueued() {
    for (var state : VariantState.values()) {
      if (state.canBecome(VariantState.PUBLISHING)) {
        assertThat(state).isEqualTo(VariantState.QUEUED);
      }
      if (state.canBecome(VariantState.QUEUED)) {
        assertThat(state).isEqualTo(VariantState.APPROVED);
      }
      if (state.canBecome(VariantState.PUBLISHED)) {
        assertThat(state).isIn(VariantState.PUBLISHING, VariantState.UNKNOWN);
      }
    }
  }

  @Test
  void whatIsOverIsOver() {
    assertThat(Arrays.stream(VariantState.values()).filter(VariantState::terminal))
        .containsExactly(VariantState.REJECTED, VariantState.CANCELLED, VariantState.TAKEN_DOWN);
    assertThat(Arrays.stream(VariantState.values()).filter(s -> s.terminal() && s.editable()))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void wireNamesGoThereAndBack(VariantState state) {
    assertThat(VariantState.of(state.wireName())).isEqualTo(state);
    assertThat(state.sentence()).endsWith(".");
  }

  @Test
  void anUnknownNameIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> VariantState.of("posted"))
        .hasMessageStartingWith("No state 'posted'; use one of draft, blocked, awaiting_approval");
  }

  private static String names(Set<VariantState> states) {
    return states.stream().map(VariantState::wireName).sorted().collect(Collectors.joining(" "));
  }

  private static Set<String> words(String side) {
    return Arrays.stream(side.split(" ")).filter(w -> !w.isBlank()).collect(Collectors.toSet());
  }

  private static Set<VariantState> reachedFrom(VariantState first) {
    var reached = EnumSet.of(first);
    var ahead = new ArrayDeque<>(reached);
    while (!ahead.isEmpty()) {
      ahead.poll().next().stream().filter(reached::add).forEach(ahead::add);
    }
    return reached;
  }
}
