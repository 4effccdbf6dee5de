package social.greenroom.operator.talent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import social.greenroom.crds.talent.Profile;

class ProfileCompletenessTest {
  @Test
  void aFullProfileScoresAHundredAndNeedsNothing() {
    var full =
        new Profile(
            "Bio.",
            "Calm.",
            List.of("one", "two"),
            List.of("a goal"),
            List.of("a", "b", "c"),
            "Everyone.",
            List.of("x", "y", "z"),
            List.of("never"),
            List.of("tag"));
    assertThat(ProfileCompleteness.of(full).score()).isEqualTo(100);
    assertThat(ProfileCompleteness.of(full).next()).isEmpty();
  }

  @Test
  void nothingScoresZeroAndTheMostUsefulComesFirst() {
    var nothing = ProfileCompleteness.of(null);
    assertThat(nothing.score()).isZero();
    assertThat(nothing.next()).hasSize(9);
    assertThat(nothing.next().get(0)).contains("toneExamples");
  }

  @Test
  void tooFewIsNotEnough() {
    var two =
        new Profile(
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            List.of("x", "y"),
            List.of(),
            List.of());
    assertThat(ProfileCompleteness.of(two).score()).isZero();
  }
}
